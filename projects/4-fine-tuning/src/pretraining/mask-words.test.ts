import { randomGenerator } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { maskWords, wordsOf, type MaskedSequence, type Masking } from "./mask-words.ts";

// Ids: [CLS] 2, [SEP] 3, [MASK] 4; 10 to 499 begin a word, 500 to 999 continue one.
const masking: Masking = {
  share: 0.15,
  mask: 4,
  vocabulary: 1000,
  isSpecial: (id) => id < 5,
  isContinuation: (id) => id >= 500,
};

/** 20 words of one to three pieces between [CLS] and [SEP]; all ids differ. */
const words = Array.from({ length: 20 }, (_, i) =>
  [20 + i, 520 + i, 620 + i].slice(0, 1 + (i % 3)),
);
const tokens = [2, ...words.flat(), 3];

function many(count: number, options: Partial<Masking> = {}, of = tokens): MaskedSequence[] {
  const random = randomGenerator(7);
  return Array.from({ length: count }, () => maskWords(of, { ...masking, ...options }, random));
}

describe("4.7 maskWords", () => {
  const trials = 3000;

  test("draws each word with the probability asked for", () => {
    const found = many(trials);
    const firsts = new Set(words.map(([first]) => first));
    const drawn = found.flatMap(({ targets }) => targets.filter((id) => firsts.has(id))).length;
    const share = drawn / (trials * words.length);
    expect(share).toBeGreaterThan(0.145);
    expect(share).toBeLessThan(0.16);
    // Long words are drawn as often as short ones.
    const of = (id: number) => found.filter(({ targets }) => targets.includes(id)).length / trials;
    for (const [first] of words) {
      expect(of(first)).toBeGreaterThan(0.12);
      expect(of(first)).toBeLessThan(0.19);
    }
  });

  test("hides all pieces of a word, or none", () => {
    for (const { targets } of many(300)) {
      for (const word of words) {
        const hidden = word.filter((piece) => targets.includes(piece));
        expect([0, word.length]).toContain(hidden.length);
      }
    }
  });

  test("shows 80% as [MASK], 10% as another token and 10% as they are", () => {
    let [masked, kept, random] = [0, 0, 0];
    for (const { ids, positions, targets } of many(trials)) {
      for (const [i, position] of positions.entries()) {
        if (ids[position] === masking.mask) masked += 1;
        else if (ids[position] === targets[i]) kept += 1;
        else random += 1;
      }
    }
    const all = masked + kept + random;
    expect(all).toBeGreaterThan(10_000);
    expect(Math.abs(masked / all - 0.8)).toBeLessThan(0.015);
    expect(Math.abs(kept / all - 0.1)).toBeLessThan(0.015);
    expect(Math.abs(random / all - 0.1)).toBeLessThan(0.015);
  });

  test("draws other tokens from the whole vocabulary", () => {
    const others = many(trials).flatMap(({ ids, positions, targets }) =>
      positions.map((at) => ids[at]).filter((id, i) => id !== 4 && id !== targets[i]),
    );
    expect(others.every((id) => id >= 0 && id < masking.vocabulary)).toBe(true);
    expect(new Set(others).size).toBeGreaterThan(400);
    expect(others.some((id) => id > 900)).toBe(true);
  });

  test("says where and what was hidden, in order, and changes nothing else", () => {
    for (const { ids, positions, targets } of many(200)) {
      expect(positions).toEqual(positions.toSorted((a, b) => a - b));
      expect(targets).toEqual(positions.map((position) => tokens[position]));
      const restored = ids.with(0, ids[0]);
      for (const [i, position] of positions.entries()) restored[position] = targets[i];
      expect(restored).toEqual(tokens);
    }
  });

  test("never hides special tokens", () => {
    for (const { positions } of many(300, { share: 1 })) {
      expect(positions).not.toContain(0);
      expect(positions).not.toContain(tokens.length - 1);
      expect(positions).toHaveLength(tokens.length - 2);
    }
  });

  test("hides one word at least, any of them", () => {
    const found = many(300, { share: 0 });
    const hidden = new Set<number>();
    for (const { targets } of found) {
      expect(words).toContainEqual(targets);
      hidden.add(targets[0]);
    }
    expect(hidden.size).toBe(words.length);
  });

  test("hides nothing where there are no words", () => {
    const [found] = many(1, {}, [2, 3]);
    expect(found).toEqual({ ids: [2, 3], positions: [], targets: [] });
  });

  test("makes the same of the same seed, and leaves the tokens as they were", () => {
    const sequence = Uint16Array.from(tokens);
    const of = (seed: number) => maskWords(sequence, masking, randomGenerator(seed));
    expect(of(3)).toEqual(of(3));
    expect(of(3)).not.toEqual(of(4));
    expect([...sequence]).toEqual(tokens);
  });
});

test("wordsOf puts pieces to the word that they continue", () => {
  const { isSpecial, isContinuation } = masking;
  expect(wordsOf([2, 10, 500, 501, 11, 3], isSpecial, isContinuation)).toEqual([[1, 2, 3], [4]]);
  // A sequence that was cut within a word begins with a continuation; so may one behind a special token.
  expect(wordsOf([500, 10, 3, 501, 502], isSpecial, isContinuation)).toEqual([[0], [1], [3, 4]]);
  expect(wordsOf([2, 3], isSpecial, isContinuation)).toEqual([]);
});

import { Tokenizer } from "@huggingface/tokenizers";
import { loadReviews } from "@ml-roadmap/datasets";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countWords } from "./split-words.ts";
import { specialTokens, tokenizerJson } from "./tokenizer-json.ts";
import { toEnd } from "../testing/to-end.ts";
import { charactersOf, mergePieces, trainWordPiece } from "./train-wordpiece.ts";

describe("4.1 mergePieces", () => {
  test("makes one piece of each left that is followed by right", () => {
    const twice = ["a", "##b", "##a", "##b", "##c", "##a", "##b"];
    expect(mergePieces(twice, "##a", "##b")).toEqual(["a", "##b", "##ab", "##c", "##ab"]);
    expect(mergePieces(["h", "##u", "##g", "##s"], "##u", "##g")).toEqual(["h", "##ug", "##s"]);
    expect(mergePieces(["h", "##u", "##g"], "h", "##u")).toEqual(["hu", "##g"]);
  });

  test("keeps the mark at the front of a piece that continues a word", () => {
    expect(mergePieces(["a", "##b", "##a", "##b"], "##a", "##b")).toEqual(["a", "##b", "##ab"]);
    expect(mergePieces(["a", "##b", "##a", "##b"], "a", "##b")).toEqual(["ab", "##a", "##b"]);
  });

  test("goes from left to right, and uses no piece twice", () => {
    const word = ["b", "##a", "##a", "##a", "##n"];
    expect(mergePieces(word, "##a", "##a")).toEqual(["b", "##aa", "##a", "##n"]);
  });

  test("leaves words without the pair as they are", () => {
    expect(mergePieces(["c", "##a", "##t"], "##t", "##a")).toEqual(["c", "##a", "##t"]);
    expect(mergePieces(["c"], "c", "##a")).toEqual(["c"]);
  });

  test("changes a copy", () => {
    const word = Object.freeze(["a", "##b"]);
    expect(mergePieces(word, "a", "##b")).toEqual(["ab"]);
    expect(word).toEqual(["a", "##b"]);
  });
});

/** The vocabulary by counting all pairs of all words anew for each merge, on words as plain text. */
function byRecounting(counts: ReadonlyMap<string, number>, size: number): string[] {
  // A space stands before a piece that continues the word.
  let words = [...counts].map(([word, count]) => ({ text: Array.from(word).join(" "), count }));
  const piecesOf = (text: string) =>
    text.split(" ").map((piece, i) => (i === 0 ? piece : `##${piece}`));
  const characters = words.flatMap(({ text }) => piecesOf(text));
  const vocabulary = new Set<string>([...specialTokens, ...characters.toSorted()]);
  while (vocabulary.size < size) {
    const pairs = new Map<string, number>();
    for (const { text, count } of words) {
      const pieces = piecesOf(text);
      for (const [i, piece] of pieces.slice(1).entries()) {
        const pair = JSON.stringify([pieces[i], piece]);
        pairs.set(pair, (pairs.get(pair) ?? 0) + count);
      }
    }
    const most = Math.max(0, ...pairs.values());
    if (most === 0) break;
    const ties = [...pairs.keys()].filter((pair) => pairs.get(pair) === most);
    const order = ([a, b]: string[], [c, d]: string[]) =>
      (a < c ? -1 : Number(a > c)) || (b < d ? -1 : 1);
    const [left, right] = ties.map((pair): string[] => JSON.parse(pair)).toSorted(order)[0];
    vocabulary.add(left + right.slice(2));
    words = words.map(({ text, count }) => ({ text: merged(text, left, right), count }));
  }
  return [...vocabulary];
}

/** `text` with the space between the pair gone, found by a pattern. */
function merged(text: string, left: string, right: string): string {
  const escaped = (piece: string) => piece.replaceAll(/[.*+?^${}()|[\]\\#]/g, String.raw`\$&`);
  const first = left.startsWith("##") ? `(?<= )${escaped(left.slice(2))}` : `^${escaped(left)}`;
  return text.replaceAll(new RegExp(`${first} ${escaped(right.slice(2))}(?= |$)`, "gu"), (found) =>
    found.replace(" ", ""),
  );
}

describe("trainWordPiece", () => {
  test("learns the pieces that most words share first", () => {
    const counts = new Map([
      ["hug", 10],
      ["pug", 5],
      ["pun", 12],
      ["bun", 4],
      ["hugs", 5],
    ]);
    const vocabulary = toEnd(trainWordPiece(counts, { size: 16 }));
    expect(vocabulary).toEqual([
      ...specialTokens,
      ..."##g ##n ##s ##u b h p".split(" "),
      "##ug",
      "##un",
      "hug",
      "pun",
    ]);
  });

  test("gives what counting everything anew for each merge gives", () => {
    const one = new Map([["aab", 2]]);
    expect(toEnd(trainWordPiece(one, { size: 10 }))).toEqual(byRecounting(one, 10));
    const word = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 7 });
    const corpus = fc.array(
      fc.tuple(
        word.map((letters) => letters.join("")),
        fc.integer({ min: 1, max: 9 }),
      ),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(corpus, fc.integer({ min: 11, max: 40 }), (words, size) => {
        const counts = new Map(words);
        expect(toEnd(trainWordPiece(counts, { size, minimumCount: 1 }))).toEqual(
          byRecounting(counts, size),
        );
      }),
      { numRuns: 150, seed: 8 },
    );
  });

  test("gives the same vocabulary in whatever order the words come", async () => {
    const { train } = await loadReviews();
    const counts = countWords(train.map(({ text }) => text));
    const vocabulary = toEnd(trainWordPiece(counts, { size: 400 }));
    const shuffled = [...counts].toSorted(([a], [b]) =>
      a.length === b.length ? (a > b ? -1 : 1) : a.length - b.length,
    );
    expect(toEnd(trainWordPiece(new Map(shuffled), { size: 400 }))).toEqual(vocabulary);
    expect(vocabulary).toHaveLength(400);
    expect(new Set(vocabulary).size).toBe(400);
    expect(vocabulary.slice(0, 5)).toEqual([...specialTokens]);
  });

  test("gives a vocabulary that Hugging Face's tokenizer takes, and puts texts together again", async () => {
    const { train, test: unseen } = await loadReviews();
    const vocabulary = toEnd(
      trainWordPiece(countWords(train.map(({ text }) => text)), { size: 1000 }),
    );
    const tokenizer = new Tokenizer(tokenizerJson(vocabulary), {});
    const encoded = tokenizer.encode(unseen[0].text.toLowerCase());
    expect(encoded.tokens[0]).toBe("[CLS]");
    expect(encoded.tokens.at(-1)).toBe("[SEP]");
    expect(encoded.tokens).not.toContain("[UNK]");
    const letters = (text: string) => text.toLowerCase().replaceAll(/\s/g, "");
    const decoded = tokenizer.decode(encoded.ids, { skip_special_tokens: true });
    expect(letters(decoded)).toBe(letters(unseen[0].text));
  });

  test("leaves out words that are rare or too long, and characters that are rare", () => {
    const counts = new Map([
      ["ab", 5],
      ["once", 1],
      ["x".repeat(101), 9],
      ["aé", 2],
    ]);
    const vocabulary = toEnd(trainWordPiece(counts, { size: 50, alphabet: 2 }));
    expect(vocabulary).toEqual([...specialTokens, "##b", "a", "ab"]);
  });

  test("counts characters beyond 16 bits as one", () => {
    expect(charactersOf("a😀b")).toEqual(["a", "##😀", "##b"]);
  });

  test("throws when the characters alone are too many", () => {
    expect(() => toEnd(trainWordPiece(new Map([["abcdef", 2]]), { size: 9 }))).toThrow(
      "11 characters and special tokens do not fit a vocabulary of 9; use a larger one or a smaller alphabet",
    );
  });
});

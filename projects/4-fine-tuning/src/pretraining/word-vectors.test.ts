import { randomGenerator } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import type { TokenCorpus } from "./token-corpus.ts";
import { cooccurrences, logFrequencies, mutualInformation, wordVectors } from "./word-vectors.ts";

function corpusOf(sequences: readonly (readonly number[])[]): TokenCorpus {
  const starts = [0];
  for (const { length } of sequences) starts.push(starts[starts.length - 1] + length);
  return { tokens: Uint16Array.from(sequences.flat()), starts: Uint32Array.from(starts) };
}

describe("cooccurrences(corpus, sequences, vocabulary)", () => {
  test("counts neighbours both ways, nearer ones more, and none across sequences", () => {
    const corpus = corpusOf([
      [0, 1, 2],
      [2, 0],
    ]);
    const counts = cooccurrences(corpus, Int32Array.of(0, 1), 3).toArray();
    expect(counts).toEqual([
      [0, 1, 1.75],
      [1, 0, 1],
      [1.75, 1, 0],
    ]);
  });

  test("leaves other sequences out", () => {
    const corpus = corpusOf([
      [0, 1],
      [1, 2],
    ]);
    const counts = cooccurrences(corpus, Int32Array.of(1), 3);
    expect([counts.get(0, 1), counts.get(1, 2)]).toEqual([0, 1]);
  });
});

test("mutualInformation(counts) is 0 for pairs that chance explains, and symmetric", () => {
  const corpus = corpusOf([
    [0, 1],
    [0, 1],
    [2, 3],
    [2, 3],
  ]);
  const information = mutualInformation(cooccurrences(corpus, Int32Array.of(0, 1, 2, 3), 4));
  // Each token has a quarter of all counts and the pair too: log(1/4 / (1/4 * 1/4)).
  expect(information.get(0, 1)).toBeCloseTo(Math.log(4), 5);
  expect(information.get(1, 0)).toBe(information.get(0, 1));
  expect(information.get(0, 2)).toBe(0);
});

test("wordVectors(...) puts tokens of like company near each other", () => {
  const random = randomGenerator(1);
  // Tokens 0 and 1 stand beside 4 and 5, tokens 2 and 3 beside 6 and 7; never beside each other.
  const sequences = Array.from({ length: 400 }, () => {
    const side = random.integers(2);
    return [2 * side + random.integers(2), 4 + 2 * side + random.integers(2)];
  });
  const all = Int32Array.from(sequences.keys());
  const vectors = wordVectors(corpusOf(sequences), all, 48, 4, 0.05, randomGenerator(0));
  const cosine = (a: number, b: number): number => {
    const [x, y] = [a, b].map((row) => Array.from(vectors.at(row).toTyped("float64")));
    const dot = x.reduce((sum, value, i) => sum + value * y[i], 0);
    return dot / Math.hypot(...x) / Math.hypot(...y);
  };
  expect(vectors.shape).toEqual([48, 4]);
  expect(cosine(0, 1)).toBeGreaterThan(0.9);
  expect(cosine(0, 2)).toBeLessThan(0.5);
});

test("logFrequencies(...) are logs of shares, and finite for tokens that never occur", () => {
  const logs = logFrequencies(corpusOf([[0, 0, 0, 1]]), Int32Array.of(0), 3);
  const total = 4 + 3 * 0.5;
  expect(logs[0]).toBeCloseTo(Math.log(3.5 / total), 5);
  expect(logs[2]).toBeCloseTo(Math.log(0.5 / total), 5);
});

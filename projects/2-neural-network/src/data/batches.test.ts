import { randomGenerator } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { shuffledBatches } from "./batches.ts";

describe("2.8 shuffledBatches", () => {
  test("uses every sample exactly once, the last batch being the rest", () => {
    const batches = shuffledBatches(10, 4, randomGenerator(0));
    expect(batches.map((batch) => batch.length)).toEqual([4, 4, 2]);
    const all = batches.flatMap((batch) => [...batch]).sort((a, b) => a - b);
    expect(all).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("makes no empty batch when the size divides the count", () => {
    expect(shuffledBatches(6, 3, randomGenerator(0)).map((batch) => batch.length)).toEqual([3, 3]);
  });

  test("shuffles, the same way for the same seed", () => {
    const first = (seed: number) => [...shuffledBatches(1000, 1000, randomGenerator(seed))[0]];
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
    expect(first(1)).not.toEqual(first(1).toSorted((a, b) => a - b));
  });
});

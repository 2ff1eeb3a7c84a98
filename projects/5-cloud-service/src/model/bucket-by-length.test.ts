import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketByLength, NARROW } from "./bucket-by-length.ts";

describe("5.3 bucketByLength", () => {
  test("gives one batch of rows that are alike, longest first", () => {
    expect(bucketByLength([40, 30, 50], 1000)).toEqual([[2, 0, 1]]);
  });

  test("counts what a batch holds with its padding", () => {
    expect(bucketByLength([100, 60, 60], 300)).toEqual([[0, 1, 2]]);
    expect(bucketByLength([100, 60, 60], 299)).toEqual([[0, 1], [2]]);
  });

  test("opens a new batch for a row that would be padded to more than twice its length", () => {
    expect(bucketByLength([100, 50], 1000)).toEqual([[0, 1]]);
    expect(bucketByLength([100, 49], 1000)).toEqual([[0], [1]]);
    expect(bucketByLength([100, 49, 24, 25], 1000)).toEqual([[0], [1, 3], [2]]);
  });

  test("keeps short rows together, however different", () => {
    expect(bucketByLength([NARROW, 1, 5], 1000)).toEqual([[0, 2, 1]]);
    expect(bucketByLength([NARROW + 1, 1], 1000)).toEqual([[0], [1]]);
  });

  test("lets a row that is too long go alone", () => {
    expect(bucketByLength([500, 400, 90], 100)).toEqual([[0], [1], [2]]);
  });

  test("keeps equal rows in their order", () => {
    expect(bucketByLength([7, 7, 7, 7], 14)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test("of nothing is nothing, and the lengths stay as they are", () => {
    expect(bucketByLength([], 100)).toEqual([]);
    const lengths = [3, 1, 2];
    bucketByLength(lengths, 100);
    expect(lengths).toEqual([3, 1, 2]);
  });

  test("puts every row into exactly one batch, and no batch above its limit", () => {
    const row = fc.integer({ min: 1, max: 128 });
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 1, max: 2000 }), (lengths, maxTokens) => {
        const batches = bucketByLength(lengths, maxTokens);
        expect(batches.flat().toSorted((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
        for (const batch of batches) {
          const widths = batch.map((i) => lengths[i]);
          const width = Math.max(...widths);
          if (batch.length > 1) expect(batch.length * width).toBeLessThanOrEqual(maxTokens);
          if (width > NARROW) expect(2 * Math.min(...widths)).toBeGreaterThanOrEqual(width);
        }
      }),
    );
  });
});

import { randomGenerator } from "@ml-roadmap/ndarray";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketByLength } from "./bucket-by-length.ts";

/** Numbers from 0 to below `count`, shuffled. */
const shuffled = (count: number, seed: number): number[] =>
  Array.from(randomGenerator(seed).permutation(count).toTyped("int32"));

/** How many places of all batches hold padding. */
function padding(batches: readonly (readonly number[])[], lengths: readonly number[]): number {
  return batches
    .map((batch) => batch.map((text) => lengths[text]))
    .flatMap((found) => found.map((length) => Math.max(...found) - length))
    .reduce((sum, places) => sum + places, 0);
}

describe("4.8 bucketByLength", () => {
  test("puts each text into exactly one batch, of the size asked for but for a pool's last", () => {
    expect(bucketByLength([0], [7], 3)).toEqual([[0]]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 99 }),
        (count, size, seed) => {
          const lengths = shuffled(count, seed + 1).map((place) => 3 + (place % 50));
          const batches = bucketByLength(shuffled(count, seed), lengths, size);
          expect(batches.flat().toSorted((a, b) => a - b)).toEqual(
            Array.from({ length: count }, (_, i) => i),
          );
          const pools = Math.ceil(count / (50 * size));
          expect(batches.every((batch) => batch.length > 0 && batch.length <= size)).toBe(true);
          expect(batches.filter((batch) => batch.length < size).length).toBeLessThanOrEqual(pools);
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });

  test("takes texts by their positions in the order given, which need not be all", () => {
    const batches = bucketByLength([70, 10, 30, 50], [], 2);
    expect(batches.flat().toSorted((a, b) => a - b)).toEqual([10, 30, 50, 70]);
    const lengths = Array.from({ length: 80 }, (_, i) => (i === 10 || i === 70 ? 5 : 90));
    const pairs = bucketByLength([70, 30, 10, 50], lengths, 2);
    expect(pairs.map((pair) => pair.toSorted((a, b) => a - b))).toContainEqual([10, 70]);
  });

  test("pads far less than batches of the order as it is", () => {
    const lengths = shuffled(1000, 5).map((place) => 3 + (place % 100));
    const order = shuffled(1000, 6);
    const plain = Array.from({ length: 125 }, (_, i) => order.slice(8 * i, 8 * i + 8));
    const sorted = padding(bucketByLength(order, lengths, 8), lengths);
    expect(sorted).toBeLessThan(padding(plain, lengths) / 10);
  });

  test("puts other texts together when the order is another", () => {
    // All lengths differ: sorted all at once, the batches would always be the same.
    const lengths = Array.from({ length: 400 }, (_, i) => i + 1);
    const keys = (seed: number) =>
      bucketByLength(shuffled(400, seed), lengths, 2).map((batch) =>
        batch.toSorted((a, b) => a - b).join(),
      );
    const first = new Set(keys(1));
    const repeated = keys(2).filter((key) => first.has(key));
    expect(repeated.length).toBeLessThan(150);
  });

  test("leaves the order as it was", () => {
    const order = Object.freeze([2, 0, 1]);
    bucketByLength(order, [5, 1, 9], 2);
    expect(order).toEqual([2, 0, 1]);
  });
});

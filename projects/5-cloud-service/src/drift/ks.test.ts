import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ks } from "./ks.ts";

// 50 and 31 whole numbers with many ties; the statistic is SciPy's (ks_2samp).
const a = [
  32, 4, 7, 10, 8, 32, 34, 23, 2, 4, 13, 17, 25, 19, 11, 7, 27, 29, 2, 5, 18, 16, 35, 21, 17, 17,
  26, 23, 7, 29, 30, 38, 31, 12, 13, 26, 26, 28, 34, 12, 37, 1, 3, 38, 37, 12, 6, 13, 2, 35,
];
const b = [
  33, 29, 12, 24, 10, 38, 24, 2, 13, 35, 26, 19, 13, 5, 30, 33, 26, 46, 46, 11, 30, 31, 13, 15, 24,
  37, 15, 36, 33, 11, 20,
];

/** The definition, word by word. */
function naive(a: readonly number[], b: readonly number[]): number {
  const share = (values: readonly number[], x: number) =>
    values.filter((value) => value <= x).length / values.length;
  return Math.max(...[...a, ...b].map((x) => Math.abs(share(a, x) - share(b, x))));
}

describe("5.5 ks", () => {
  test("is SciPy's, with ties", () => {
    expect(ks(a, b)).toBeCloseTo(0.19548387096774195, 14);
  });

  test("of equal samples is 0, of samples apart 1", () => {
    expect(ks(a, a.toReversed())).toBe(0);
    expect(ks([1, 2, 3], [4, 5])).toBe(1);
    expect(ks([4, 5], [1, 2, 3])).toBe(1);
  });

  test("steps over equal values together", () => {
    expect(ks([5, 5, 5, 5], [5])).toBe(0);
    expect(ks([1, 1, 2], [1, 2, 2])).toBeCloseTo(1 / 3, 15);
  });

  test("orders numbers as numbers", () => {
    expect(ks([2, 10, 100], [2, 10, 100, 9])).toBeCloseTo(naive([2, 10, 100], [2, 10, 100, 9]), 15);
    expect(ks([9, 10], [9, 11])).toBe(0.5);
  });

  test("is the definition's for any samples", () => {
    const sample = fc.array(fc.integer({ min: -5, max: 12 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        expect(ks(a, b)).toBeCloseTo(naive(a, b), 12);
      }),
    );
  });

  test("leaves the samples as they are", () => {
    const [first, second] = [
      [3, 1, 2],
      [9, 8],
    ];
    ks(first, second);
    expect([first, second]).toEqual([
      [3, 1, 2],
      [9, 8],
    ]);
  });
});

test("ks of an empty sample throws", () => {
  expect(() => ks([], [1])).toThrow("a sample is empty");
});

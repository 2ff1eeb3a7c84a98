import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ks, LEAST_SHARE, psi } from "./distance.ts";

describe("5.5 psi", () => {
  test("of equal shares is 0, whatever the totals", () => {
    expect(psi([10, 20, 70], [1, 2, 7])).toBeCloseTo(0, 15);
  });

  test("is what NumPy makes of it", () => {
    expect(psi([10, 20, 30, 40], [20, 20, 20, 40])).toBeCloseTo(0.10986122886681095, 14);
    expect(psi([10, 20, 30, 40], [200, 200, 200, 400])).toBeCloseTo(0.10986122886681095, 14);
  });

  test("counts an empty bin as LEAST_SHARE, on either side", () => {
    expect(psi([50, 0, 50], [0, 100, 900])).toBeCloseTo(5.18294429472014, 12);
    expect(psi([1, 0], [0, 1])).toBeCloseTo(2 * (1 - LEAST_SHARE) * Math.log(1 / LEAST_SHARE), 12);
    expect(psi([1, 0], [1, 0])).toBe(0);
  });

  test("is the same both ways", () => {
    expect(psi([3, 5, 9], [7, 1, 2])).toBeCloseTo(psi([7, 1, 2], [3, 5, 9]), 14);
  });

  test("is never below 0", () => {
    expect(psi([1, 2, 3], [3, 2, 1])).toBeGreaterThan(0);
    expect(psi([3, 2, 1], [1, 2, 3])).toBeGreaterThan(0);
  });
});

test("psi of histograms that do not fit or count nothing throws", () => {
  expect(() => psi([1, 2], [1])).toThrow("2 bins expected, found 1");
  expect(() => psi([0, 0], [1, 1])).toThrow("counts nothing");
});

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

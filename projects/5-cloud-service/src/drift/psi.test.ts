import { describe, expect, test } from "vitest";
import { LEAST_SHARE, psi } from "./psi.ts";

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

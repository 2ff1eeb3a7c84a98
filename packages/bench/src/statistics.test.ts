import { expect, it } from "vitest";
import { geometricMean, median, quantile } from "./statistics.ts";

it("median(sample) takes the middle, between two by half", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

it("quantile(sample, q) goes by line between neighbours", () => {
  expect(quantile([10, 20, 30, 40, 50], 0.25)).toBe(20);
  expect(quantile([10, 20], 0.75)).toBe(17.5);
  expect(quantile([7], 0.9)).toBe(7);
});

it("geometricMean(sample) is the root of the product", () => {
  expect(geometricMean([2, 8])).toBeCloseTo(4, 12);
  expect(geometricMean([0.5, 2])).toBeCloseTo(1, 12);
});

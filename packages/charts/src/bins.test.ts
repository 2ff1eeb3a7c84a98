import { expect, test } from "vitest";
import { bins } from "./bins.ts";

test("bins(values, count, range) closes the last bin and leaves out what lies outside or is no number", () => {
  const counted = bins([0, 0.24, 0.25, 0.5, 1, -0.1, 1.1, NaN], 4, [0, 1]);
  expect(counted.map((bin) => bin.count)).toEqual([2, 1, 1, 1]);
  expect(counted[3]).toEqual({ low: 0.75, high: 1, count: 1 });
});

test("bins(values) keep every value of a range that is no round number", () => {
  const values = Array.from({ length: 1000 }, (_, i) => 0.1 + (0.7 * i) / 999);
  const total = bins(values, 7, [0.1, 0.1 + 0.7]).reduce((sum, bin) => sum + bin.count, 0);
  expect(total).toBe(1000);
});

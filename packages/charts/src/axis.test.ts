import { expect, test } from "vitest";
import { extent, percent, plotAxis, powerOfTen } from "./axis.ts";

test("powerOfTen(value) writes numbers of a log axis as people do", () => {
  expect([1e-5, 0.001, 0.3, 1, 500, 1000, 1e4, 2e7, 5e-12].map(powerOfTen)).toEqual([
    "10\u207b\u2075",
    "0.001",
    "0.3",
    "1",
    "500",
    "1000",
    "10\u2074",
    "2\u00b710\u2077",
    "5\u00b710\u207b\u00b9\u00b2",
  ]);
});

test("extent(values) leaves out what is not finite and gives a single value room", () => {
  expect(extent([3, NaN, -1, Infinity])).toEqual([-1, 3]);
  expect(extent([5, 5])).toEqual([4.5, 5.5]);
  expect(extent([])).toEqual([0, 1]);
  expect(extent([0, -3, 4, 100], "log")).toEqual([4, 100]);
  expect(extent([4], "log")).toEqual([2, 8]);
  expect(extent([0], "log")).toEqual([1, 10]);
});

test("plotAxis(axis, values) has from two to ten ticks on a log axis of any width", () => {
  for (const decades of [0.4, 1, 1.7, 3, 5, 12, 40]) {
    const { ticks } = plotAxis({ label: "C", scale: "log" }, [0.7, 0.7 * 10 ** decades]);
    const { length } = Array.isArray(ticks.ticks) ? ticks.ticks : [];
    expect([decades, length >= 1 && length <= 10]).toEqual([decades, true]);
  }
});

test("percent(share) rounds to whole percents", () => {
  expect([0, 0.005, 0.787, 1].map(percent)).toEqual(["0%", "1%", "79%", "100%"]);
});

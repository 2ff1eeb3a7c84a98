import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { mean, std, variance } from "./mean.ts";

it("mean(a) of integers is float64 and of nothing NaN", () => {
  expect(mean(array([1, 2], { dtype: "uint8" }))).toBe(1.5);
  expect(mean(array([true, false, true, true]), { axis: 0 }).toArray()).toBe(0.75);
  expect(mean([])).toBeNaN();
  expect(mean(zeros([0, 2]), { axis: 0 }).toArray()).toEqual([NaN, NaN]);
});

it("variance(a, { ddof }) divides by N - ddof", () => {
  expect(variance([1, 2, 3, 4])).toBe(1.25);
  expect(variance([1, 2, 3, 4], { ddof: 1 })).toBe(5 / 3);
  expect(variance([1], { ddof: 1 })).toBeNaN();
  expect(variance(arange(6).reshape(2, 3), { axis: 0, ddof: 1 }).toArray()).toEqual([
    4.5, 4.5, 4.5,
  ]);
});

it("variance(a) does not cancel for a large mean, and leaves a alone", () => {
  const a = array([1e9, 1e9 + 1, 1e9 + 2]);
  expect(variance(a)).toBeCloseTo(2 / 3, 12);
  expect(a.get(0)).toBe(1e9);
});

it("std(a, { axis, keepdims, out }) is the root of variance", () => {
  const out = zeros([2, 1]);
  expect(std([[1, 3], [2, 2]], { axis: 1, keepdims: true, out })).toBe(out); // prettier-ignore
  expect(out.toArray()).toEqual([[1], [0]]);
  expect(std(array([1, 2], { dtype: "float32" }), { axis: 0 }).dtype).toBe("float32");
});

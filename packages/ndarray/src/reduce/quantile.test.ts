import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { median, quantile } from "./quantile.ts";

it("quantile(a, q) interpolates linearly between neighbours", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([1, 2], 0.1)).toBe(1.1);
  expect(quantile([], 0.5)).toBeNaN();
  expect(quantile([1, NaN], 0)).toBeNaN();
});

it("quantile(a, several, { axis }) puts the fractions' axes first", () => {
  const result = quantile(arange(12).reshape(3, 4), [0, 0.5, 1], { axis: 0 });
  expect(result.toArray()).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9, 10, 11],
  ]);
  expect(quantile(arange(12).reshape(3, 4), 0.5, { axis: 0, keepdims: true }).shape).toEqual([
    1, 4,
  ]);
});

it("quantile(a, q) gives the largest element for 1, an infinite one too, as NumPy", () => {
  expect(quantile([1, 2, Infinity], [0, 1]).toArray()).toEqual([1, Infinity]);
  expect(quantile([1, 2, Infinity], 0.5)).toBeNaN();
});

it("quantile(a, q) refuses q outside of [0, 1] and other methods", () => {
  expect(() => quantile([1], 1.5)).toThrow("quantile: expected q in [0, 1], got 1.5");
  expect(() => quantile([1], NaN)).toThrow("quantile: expected q in [0, 1], got NaN");
  // @ts-expect-error: JavaScript may name any method.
  expect(() => quantile([1], 0.5, { method: "nearest" })).toThrow(
    "quantile: method nearest is not supported; use linear",
  );
});

it("median(a) is the middle, of an even number the mean of two", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median(array([1, 2], { dtype: "uint8" }))).toBe(1.5);
  const out = zeros(2);
  expect(median([[1, 9], [3, 4]], { axis: 0, out })).toBe(out); // prettier-ignore
  expect(out.toArray()).toEqual([2, 6.5]);
});

import { expect, expectTypeOf, it } from "vitest";
import type { NDArray } from "../core/ndarray.ts";
import { array } from "../creation/array.ts";
import { full, ones, zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { countNonzero, prod, sum } from "./sum.ts";

const a = arange(24).reshape(2, 3, 4);

it("sum(a) is a number, sum(a, { axis }) an array", () => {
  expectTypeOf(sum(a)).toEqualTypeOf<number>();
  expectTypeOf(sum(a, { axis: 0 })).toEqualTypeOf<NDArray>();
  expectTypeOf(sum(a, { keepdims: true })).toEqualTypeOf<NDArray>();
  expect(sum(a)).toBe(276);
  expect(sum(a, { axis: [0, 2] }).toArray()).toEqual([60, 92, 124]);
  expect(sum(a, { axis: [0, 1, 2] }).shape).toEqual([]);
  expect(sum(a, { axis: [] }).toArray()).toEqual(a.toArray());
  expect(sum(5)).toBe(5);
});

it("sum(a, { axis, keepdims }) broadcasts against a", () => {
  expect(sum(a, { axis: 1, keepdims: true }).shape).toEqual([2, 1, 4]);
  expect(sum(a, { keepdims: true }).toArray()).toEqual([[[276]]]);
});

it("sum(a, { axis, out }) returns out", () => {
  const out = zeros([4, 2]).T;
  expect(sum(a, { axis: 1, out })).toBe(out);
  expect(out.at(0).toArray()).toEqual([12, 15, 18, 21]);
  expect(() => sum(a, { axis: 1, out: zeros(4) })).toThrow(
    "sum: the result has shape (2, 4), out has (4,)",
  );
  expect(() => sum(a, { axis: 1, out: zeros([2, 4], { dtype: "int32" }) })).toThrow(
    "sum: the result is float64 and out is int32",
  );
});

it("sum(integers) is int32, refused where it does not fit; the bare number is exact", () => {
  const big = full(3, 2147483647, { dtype: "int32" });
  expect(sum(big)).toBe(3 * 2147483647);
  expect(() => sum(big, { axis: 0 })).toThrow(
    'sum: 6442450941 does not fit int32; pass { dtype: "float64" }',
  );
  expect(sum(big, { axis: 0, dtype: "float64" }).item()).toBe(6442450941);
  expect(sum(array([true, true]), { axis: 0 }).dtype).toBe("int32");
});

it("sum(float32) is rounded once, from a sum in double precision", () => {
  const x = array([16777216, 1, 1], { dtype: "float32" });
  expect(sum(x)).toBe(16777218);
  expect(sum(x, { axis: 0 }).dtype).toBe("float32");
});

it("sum(a, { axis: 0 }) of many rows stays as accurate as the sum of a row", () => {
  const tenths = full([100_000, 2], 0.1);
  expect(Math.abs(sum(tenths, { axis: 0 }).get(0) - 10_000)).toBeLessThan(1e-9);
});

it("sum of views with reversed and repeated axes", () => {
  expect(sum(a.at("::-1", ":", "::-2"), { axis: [0, 2] }).toArray()).toEqual([32, 48, 64]);
  expect(sum(ones([3, 1]).at(":", [0, 0, 0]))).toBe(9);
});

it("prod(a) of nothing is 1 and countNonzero(a) counts NaN", () => {
  expect(prod([])).toBe(1);
  expect(prod(arange(1, 5), { axis: 0 }).item()).toBe(24);
  expect(countNonzero([0, NaN, 2])).toBe(2);
  expect(countNonzero([[0, 1]], { axis: 1 }).dtype).toBe("int32");
});

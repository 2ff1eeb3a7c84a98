import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { full, zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { cumprod, cumsum } from "./cumulative.ts";

it("cumsum(a) runs over the flattened array, cumsum(a, { axis }) along an axis", () => {
  const a = arange(6).reshape(2, 3);
  expect(cumsum(a).toArray()).toEqual([0, 1, 3, 6, 10, 15]);
  expect(cumsum(a, { axis: 0 }).at(1).toArray()).toEqual([3, 5, 7]);
  expect(cumsum(a.T, { axis: -1 }).at(2).toArray()).toEqual([2, 7]);
  expect(cumprod([1, 2, 3]).toArray()).toEqual([1, 2, 6]);
});

it("cumsum(a) of bool counts, and refuses sums that int32 cannot hold", () => {
  expect(cumsum(array([true, false, true])).toArray()).toEqual([1, 1, 2]);
  const big = full(2, 2147483647, { dtype: "int32" });
  expect(() => cumsum(big)).toThrow(
    'cumsum: 4294967294 does not fit int32; pass { dtype: "float64" }',
  );
  expect(cumsum(big, { dtype: "float64" }).get(1)).toBe(4294967294);
});

it("cumsum(a, { out }) writes to out", () => {
  const a = arange(3);
  expect(cumsum(a, { out: a })).toBe(a);
  expect(a.toArray()).toEqual([0, 1, 3]);
  expect(cumsum(zeros([2, 0]), { axis: 1 }).shape).toEqual([2, 0]);
});

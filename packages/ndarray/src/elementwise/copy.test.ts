import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { astype, copy, copyInto } from "./copy.ts";

it("astype(a, dtype) truncates to integers, wraps around, and asks x != 0 for bool", () => {
  expect(astype(array([1.9, -1.9]), "int32").toArray()).toEqual([1, -1]);
  expect(astype(array([257, -1]), "uint8").toArray()).toEqual([1, 255]);
  expect(astype(array([0, 0.5, NaN]), "bool").toArray()).toEqual([false, true, true]);
  expect(astype(array([true, false]), "float32").toArray()).toEqual([1, 0]);
});

it("astype(a, dtype) names a dtype that is left out", () => {
  // @ts-expect-error: JavaScript may pass any name.
  expect(() => astype(array([1]), "float16")).toThrow("astype: dtype float16 is not supported");
});

it("copy(view) is contiguous", () => {
  const a = copy(arange(6).reshape(2, 3).T);
  expect(a.isContiguous).toBe(true);
  expect(Array.from(a.data)).toEqual([0, 3, 1, 4, 2, 5]);
});

it("copyInto(target, source) broadcasts, casts and copes with overlap", () => {
  const target = zeros([2, 2], { dtype: "int32" });
  copyInto(target, array([1.5, 2.5]));
  expect(target.toArray()).toEqual([
    [1, 2],
    [1, 2],
  ]);
  const a = arange(4);
  copyInto(a, a.at("::-1"));
  expect(a.toArray()).toEqual([3, 2, 1, 0]);
});

import { expect, expectTypeOf, it } from "vitest";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { argmax, argmin } from "./argmax.ts";

it("argmax(a) is the first place in the flattened array, the first NaN if there is one", () => {
  expectTypeOf(argmax([1])).toEqualTypeOf<number>();
  expect(argmax([1, 3, 3])).toBe(1);
  expect(argmax([[1, 2], [9, 0]])).toBe(2); // prettier-ignore
  expect(argmax([1, NaN, 5, NaN])).toBe(1);
  expect(argmin([NaN, 0])).toBe(0);
  expect(argmin([2, 0, 0])).toBe(1);
});

it("argmax(a, { axis, keepdims }) is int32 with or without the axis", () => {
  const a = arange(6).reshape(2, 3).at(":", "::-1");
  expect(argmax(a, { axis: 1 }).toArray()).toEqual([0, 0]);
  expect(argmax(a, { axis: 0, keepdims: true }).toArray()).toEqual([[1, 1, 1]]);
  expect(argmax(a, { keepdims: true }).toArray()).toEqual([[3]]);
  expect(argmax(a, { axis: -1 }).dtype).toBe("int32");
});

it("argmax(a, { axis, out }) writes to out", () => {
  const out = zeros(2, { dtype: "int32" });
  expect(argmin(arange(6).reshape(2, 3), { axis: 1, out })).toBe(out);
});

it("argmax(empty) throws", () => {
  expect(() => argmax([])).toThrow("argmax: no elements to choose from in shape (0,)");
  expect(() => argmin(zeros([2, 0]), { axis: 1 })).toThrow(
    "argmin: no elements to choose from in shape (2, 0)",
  );
});

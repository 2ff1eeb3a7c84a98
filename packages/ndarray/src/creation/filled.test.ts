import { expect, it } from "vitest";
import { arange } from "./range.ts";
import { empty, eye, full, fullLike, ones, onesLike, zeros, zerosLike } from "./filled.ts";

it("zeros(shape), ones(shape) and empty(shape) are float64 unless told otherwise", () => {
  expect(zeros([2, 1]).toArray()).toEqual([[0], [0]]);
  expect(ones(2, { dtype: "bool" }).toArray()).toEqual([true, true]);
  expect(empty([0, 3]).shape).toEqual([0, 3]);
  expect(ones(1).dtype).toBe("float64");
});

it("full(shape, value) refuses a value that the dtype cannot hold", () => {
  expect(full([2], 0.5).toArray()).toEqual([0.5, 0.5]);
  expect(full([2], 2, { dtype: "bool" }).get(0)).toBe(1);
  expect(() => full([2], -1, { dtype: "uint8" })).toThrow("full: -1 does not fit uint8");
});

it("zerosLike(a), onesLike(a) and fullLike(a, value) take shape and dtype from an array", () => {
  const a = arange(3, { dtype: "int32" });
  expect(zerosLike(a).dtype).toBe("int32");
  expect(onesLike(a, { dtype: "float32" }).dtype).toBe("float32");
  expect(fullLike(a, 7).toArray()).toEqual([7, 7, 7]);
});

it("eye(n, m) has ones on the diagonal", () => {
  expect(eye(2).toArray()).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(eye(3, 2).at(2).toArray()).toEqual([0, 0]);
});

import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { eye, ones, zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { matmul } from "./matmul.ts";

it("matmul(a, b) says both shapes when the inner dimensions differ", () => {
  expect(() => matmul(zeros([128, 784]), zeros([256, 10]))).toThrow(
    "matmul: inner dimensions differ, (128, 784) x (256, 10)",
  );
  expect(() => matmul(zeros(3), zeros(4))).toThrow("matmul: inner dimensions differ, (3,) x (4,)");
  expect(() => matmul(3, zeros(3))).toThrow(
    "matmul: expected arrays of 1 or more dimensions, got () x (3,)",
  );
  expect(() => matmul(zeros([2, 1, 3]), zeros([3, 3, 2]))).toThrow(
    "matmul: shapes do not broadcast together, (2,) and (3,)",
  );
});

it("matmul(a, b) drops the axis of a 1-D operand", () => {
  expect(matmul([1, 2], [3, 4]).toArray()).toBe(11);
  expect(matmul(arange(6).reshape(2, 3), [1, 1, 1]).toArray()).toEqual([3, 12]);
  expect(matmul([1, 1], arange(6).reshape(2, 3)).toArray()).toEqual([3, 5, 7]);
});

it("matmul(a, b) broadcasts leading axes", () => {
  const batch = arange(12).reshape(3, 2, 2);
  expect(matmul(batch, eye(2)).toArray()).toEqual(batch.toArray());
  expect(matmul(ones([5, 1, 2, 3]), ones([4, 3, 2])).shape).toEqual([5, 4, 2, 2]);
  expect(matmul(ones([2, 0]), ones([0, 3])).toArray()).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

it("matmul(a, b, { out }) writes in place, through strides, or by way of a copy when out is an operand", () => {
  const a = arange(4).reshape(2, 2);
  const out = zeros([2, 4]);
  expect(matmul(a, a, { out: out.at(":", "::2") }).toArray()).toEqual([
    [2, 3],
    [6, 11],
  ]);
  expect(out.get(1, 2)).toBe(11);
  expect(matmul(a, a, { out: a })).toBe(a);
  expect(a.toArray()).toEqual([
    [2, 3],
    [6, 11],
  ]);
  expect(() => matmul(a, a, { out: zeros([2, 2], { dtype: "int32" }) })).toThrow(
    "matmul: the result is float64 and out is int32",
  );
});

it("matmul(int32, uint8) is int32 and matmul(bool, bool) is bool", () => {
  expect(matmul(array([[2]], { dtype: "int32" }), array([[3]], { dtype: "uint8" })).dtype).toBe(
    "int32",
  );
  const any = matmul(array([[true, true]]), array([[true], [false]]));
  expect([any.dtype, any.toArray()]).toEqual(["bool", [[true]]]);
});

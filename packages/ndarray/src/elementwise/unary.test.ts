import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { negative, sign } from "./arithmetic.ts";
import { exp, sqrt } from "./exponential.ts";
import { logicalNot } from "./comparison.ts";

it("sqrt(integers) gives float64, sqrt(float32) stays float32", () => {
  expect(sqrt(array([4], { dtype: "int32" })).dtype).toBe("float64");
  expect(sqrt(array([4], { dtype: "uint8" })).dtype).toBe("float64");
  expect(sqrt(array([2], { dtype: "float32" })).item()).toBe(Math.fround(Math.SQRT2));
});

it("exp(a, { out }) writes to strided and transposed arrays", () => {
  const out = zeros([3, 2]);
  expect(exp(zeros([2, 3]), { out: out.T }).T).toEqual(out);
  expect(out.toArray()).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
});

it("negative(a, { out }) reads an overlapping operand before it overwrites", () => {
  const a = arange(3);
  negative(a.at("::-1"), { out: a });
  expect(a.toArray()).toEqual([-2, -1, -0]);
});

it("negative(bool) and sign(bool) throw by name", () => {
  expect(() => negative(array([true]))).toThrow(
    "negative: dtype bool is not supported; use logicalNot",
  );
  expect(() => sign(array([true]))).toThrow("sign: dtype bool is not supported");
});

it("logicalNot(a) gives bool", () => {
  expect(logicalNot([0, 2, NaN]).toArray()).toEqual([true, false, false]);
});

it("sqrt(empty) is empty", () => {
  expect(sqrt(zeros([0, 2])).shape).toEqual([0, 2]);
});

import { describe, expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { add, divide, maximum, multiply, power, subtract } from "./arithmetic.ts";
import { equal, less } from "./comparison.ts";

describe("operands", () => {
  it("add(a, b) takes arrays, numbers, nested arrays and typed arrays", () => {
    expect(add(arange(2), 1).toArray()).toEqual([1, 2]);
    expect(add([1, 2], [[10], [20]]).toArray()).toEqual([
      [11, 12],
      [21, 22],
    ]);
    expect(add(Float32Array.of(1), 1).dtype).toBe("float32");
    expect(add(2, 3).toArray()).toBe(5);
    expect(add(2, 3).dtype).toBe("float64");
  });

  it("add(a, b) names the operation and both shapes when they do not broadcast", () => {
    expect(() => add(zeros([2, 3]), zeros(2))).toThrow(
      "add: shapes do not broadcast together, (2, 3) and (2,)",
    );
  });
});

describe("dtypes", () => {
  it("multiply(int32, int32) wraps around as 32-bit integers do", () => {
    const big = array([2147483647, 65537], { dtype: "int32" });
    expect(multiply(big, big).toArray()).toEqual([1, 131073]);
    expect(add(big, 1).toArray()).toEqual([-2147483648, 65538]);
  });

  it("add(uint8, uint8) wraps at 256 also when out is wider", () => {
    const a = array([250], { dtype: "uint8" });
    expect(add(a, 10).toArray()).toEqual([4]);
    expect(add(a, 10, { out: zeros(1) }).toArray()).toEqual([4]);
  });

  it("divide(float32, float32) into a float64 out keeps the rounding of float32", () => {
    const a = array([1], { dtype: "float32" });
    expect(divide(a, 3, { out: zeros(1) }).item()).toBe(Math.fround(1 / 3));
  });

  it("subtract(bool, bool) and power(int, -1) are refused with a way out", () => {
    expect(() => subtract(array([true]), array([true]))).toThrow(
      "subtract: dtype bool is not supported; use logicalXor",
    );
    expect(() => power(array([2], { dtype: "int32" }), -1)).toThrow(
      'power: int32 to a negative power is not a whole number; use astype("float64") first',
    );
  });

  it("equal(float32, 0.1) compares in float32 and less(uint8, 300) with the number as it is", () => {
    expect(equal(array([0.1], { dtype: "float32" }), 0.1).toArray()).toEqual([true]);
    expect(less(array([255], { dtype: "uint8" }), 300).toArray()).toEqual([true]);
  });
});

describe("out", () => {
  it("add(a, b, { out }) returns out, which may be an operand or a strided view", () => {
    const a = arange(4);
    expect(add(a, 1, { out: a })).toBe(a);
    expect(a.toArray()).toEqual([1, 2, 3, 4]);
    const wide = zeros([2, 4]);
    add(a, 0, { out: wide.at(":", "::-1").at(0) });
    expect(wide.at(0).toArray()).toEqual([4, 3, 2, 1]);
  });

  it("add(a, reversed a, { out: a }) reads before it overwrites", () => {
    const a = arange(4);
    add(a, a.at("::-1"), { out: a });
    expect(a.toArray()).toEqual([3, 3, 3, 3]);
  });

  it("divide(a, b, { out }) refuses an integer out and one of another shape", () => {
    expect(() => divide([1], [2], { out: zeros(1, { dtype: "int32" }) })).toThrow(
      "divide: the result is float64 and out is int32",
    );
    expect(() => divide([1], [2], { out: zeros(2) })).toThrow("divide: the result has shape (1,)");
  });
});

it("maximum(a, b) gives NaN when either is", () => {
  expect(maximum([NaN, 1, NaN], [1, NaN, NaN]).toArray()).toEqual([NaN, NaN, NaN]);
});

it("add(a, b) walks views of any number of axes", () => {
  const a = arange(120).reshape(2, 3, 4, 5);
  const b = a.transpose([3, 1, 0, 2]).at("::-1", ":", ":", "::2");
  const sum = add(b, b);
  expect(sum.shape).toEqual([5, 3, 2, 2]);
  expect(sum.get(0, 1, 1, 1)).toBe(2 * a.get(1, 1, 2, 4));
});

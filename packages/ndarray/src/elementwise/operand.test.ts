import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { asArray, commonDType, scalarArray } from "./operand.ts";

it("asArray(value) gives an NDArray back as it is and makes one of the rest", () => {
  const a = array([1]);
  expect(asArray(a)).toBe(a);
  expect(asArray([[1, 2]]).shape).toEqual([1, 2]);
  expect(asArray(3).shape).toEqual([]);
});

it("commonDType(...operands) lets arrays decide before bare numbers do", () => {
  const bytes = array([1], { dtype: "uint8" });
  const singles = array([1], { dtype: "float32" });
  expect(commonDType(bytes, 2)).toBe("uint8");
  expect(commonDType(2.5, bytes, singles)).toBe("float32");
  expect(commonDType(bytes, 0.5)).toBe("float64");
  expect(commonDType(1, 2)).toBe("float64");
});

it("scalarArray(operation, value, dtype) rounds to float32 and maps to 0 and 1 for bool", () => {
  expect(scalarArray("add", 0.1, "float32").item()).toBe(Math.fround(0.1));
  expect(scalarArray("set", 300, "bool").item()).toBe(1);
});

import { expect, it } from "vitest";
import { canCast, checkCast, checkFits, promote, promoteNumber } from "./promote.ts";

it("promote(a, b) is the smallest dtype that holds both", () => {
  expect(promote("bool", "uint8")).toBe("uint8");
  expect(promote("uint8", "float32")).toBe("float32");
  expect(promote("int32", "float32")).toBe("float64");
  expect(promote("float32", "int32")).toBe("float64");
  expect(promote("float32", "float64")).toBe("float64");
});

it("promoteNumber(dtype, value) keeps the array's dtype where the kind of number allows it", () => {
  expect(promoteNumber("float32", 2.5)).toBe("float32");
  expect(promoteNumber("uint8", 2)).toBe("uint8");
  expect(promoteNumber("uint8", 2.5)).toBe("float64");
  expect(promoteNumber("int32", NaN)).toBe("float64");
  expect(promoteNumber("bool", 2)).toBe("int32");
});

it("checkFits(operation, value, dtype) refuses numbers that an integer dtype cannot hold", () => {
  expect(() => checkFits("add", 255, "uint8")).not.toThrow();
  expect(() => checkFits("add", 256, "uint8")).toThrow(
    "add: 256 does not fit uint8 (0 to 255); use astype first",
  );
  expect(() => checkFits("full", NaN, "int32")).toThrow("full: NaN does not fit int32");
  expect(() => checkFits("full", 1e300, "float32")).not.toThrow();
});

it("canCast(from, to) never goes from float to integer or from signed to unsigned", () => {
  expect(canCast("float64", "float32")).toBe(true);
  expect(canCast("int32", "float32")).toBe(true);
  expect(canCast("float32", "int32")).toBe(false);
  expect(canCast("int32", "uint8")).toBe(false);
  expect(canCast("uint8", "bool")).toBe(false);
});

it("checkCast(operation, from, to) says which out would do", () => {
  expect(() => checkCast("divide", "float64", "int32")).toThrow(
    "divide: the result is float64 and out is int32; give an out of float64, or use astype",
  );
});

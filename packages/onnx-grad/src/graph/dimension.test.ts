import { expect, test } from "vitest";
import {
  addDimensions,
  checkShape,
  divideDimension,
  factorsOf,
  multiplyDimensions,
  termsOf,
} from "./dimension.ts";

test("multiplyDimensions(list) is one text for one product, whatever the order", () => {
  expect(multiplyDimensions([2, 3])).toBe(6);
  expect(multiplyDimensions([])).toBe(1);
  expect(multiplyDimensions(["n", 2, "batch", 3])).toBe("6*batch*n");
  expect(multiplyDimensions(["6*batch", "n"])).toBe("6*batch*n");
  expect(multiplyDimensions(["n", 0])).toBe(0);
});

test("divideDimension(whole, part) is undefined unless it always comes out even", () => {
  expect(divideDimension("6*batch*n", "2*n")).toBe("3*batch");
  expect(divideDimension(12, 4)).toBe(3);
  expect(divideDimension("batch", "batch")).toBe(1);
  expect(divideDimension("batch", "n")).toBeUndefined();
  expect(divideDimension("3*batch", 2)).toBeUndefined();
  expect(divideDimension(5, 0)).toBeUndefined();
});

test("addDimensions(list) adds numbers and keeps symbols, in one order", () => {
  expect(addDimensions([2, 3])).toBe(5);
  expect(addDimensions(["n", 0])).toBe("n");
  expect(addDimensions(["n", 2, "m"])).toBe("(m+n+2)");
  expect(addDimensions(["(m+n+2)", -2])).toBe("(m+n)");
  expect(addDimensions(["(n+-1)", 1])).toBe("n");
  expect(addDimensions(["2*batch", 1])).toBe("(2.batch+1)");
});

test("factorsOf and termsOf take a dimension apart", () => {
  expect(factorsOf("6*batch*n")).toEqual([6, "batch", "n"]);
  expect(factorsOf(4)).toEqual([4]);
  expect(factorsOf("3*(2.batch+1)")).toEqual([3, "(2.batch+1)"]);
  expect(termsOf("(2.batch+-1)")).toEqual(["2*batch", -1]);
  expect(termsOf("n")).toEqual(["n"]);
});

test("checkShape(operation, shape) refuses what is no size", () => {
  for (const size of [-1, 1.5, NaN, "", "a b", "2*"]) {
    expect(() => checkShape("input", [size])).toThrow("input: expected sizes that are whole");
  }
  expect(checkShape("input", [0, "n", "2*batch*n", "(n+1)"])).toHaveLength(4);
});

import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { bincount } from "./bincount.ts";

it("bincount(a, { weights, minlength }) counts or adds up", () => {
  expect(bincount([1, 3, 1]).toArray()).toEqual([0, 2, 0, 1]);
  expect(bincount([0], { minlength: 3 }).toArray()).toEqual([1, 0, 0]);
  expect(bincount([1, 1], { weights: [0.5, 2] }).toArray()).toEqual([0, 2.5]);
  expect(bincount([]).shape).toEqual([0]);
  expect(bincount(array([2], { dtype: "uint8" })).dtype).toBe("int32");
});

it("bincount(a) refuses negative numbers, fractions and other shapes", () => {
  expect(() => bincount([-1])).toThrow("bincount: expected numbers >= 0, got -1");
  expect(() => bincount([0.5])).toThrow("bincount: expected whole numbers as positions");
  expect(() => bincount([[1]])).toThrow("bincount: expected a 1-D array, got (1, 1)");
  expect(() => bincount([1], { weights: [1, 2] })).toThrow(
    "bincount: expected weights of shape (1,), got (2,)",
  );
});

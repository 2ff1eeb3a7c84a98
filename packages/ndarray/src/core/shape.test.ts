import { expect, it } from "vitest";
import {
  cStrides,
  checkAxes,
  checkAxis,
  checkShape,
  formatShape,
  isCContiguous,
  sizeOf,
} from "./shape.ts";

it("formatShape(shape) writes shapes as NumPy does", () => {
  expect(formatShape([])).toBe("()");
  expect(formatShape([3])).toBe("(3,)");
  expect(formatShape([2, 3])).toBe("(2, 3)");
});

it("sizeOf(shape) is 1 for the 0-d shape and 0 when a length is", () => {
  expect(sizeOf([])).toBe(1);
  expect(sizeOf([2, 3, 4])).toBe(24);
  expect(sizeOf([2, 0, 4])).toBe(0);
});

it("cStrides(shape) steps the last axis by one element", () => {
  expect(cStrides([2, 3, 4])).toEqual([12, 4, 1]);
  expect(cStrides([])).toEqual([]);
});

it("isCContiguous(shape, strides) ignores axes of length 1 and accepts every empty array", () => {
  expect(isCContiguous([2, 3], [3, 1])).toBe(true);
  expect(isCContiguous([2, 1, 3], [3, 99, 1])).toBe(true);
  expect(isCContiguous([2, 3], [1, 2])).toBe(false);
  expect(isCContiguous([3], [-1])).toBe(false);
  expect(isCContiguous([0, 3], [7, 2])).toBe(true);
});

it("checkShape(operation, shape) takes a number for a 1-D shape and refuses what is no length", () => {
  expect(checkShape("zeros", 3)).toEqual([3]);
  expect(() => checkShape("zeros", [2, -1])).toThrow(
    "zeros: a shape holds whole numbers >= 0, got (2, -1)",
  );
  expect(() => checkShape("zeros", 1.5)).toThrow("got (1.5,)");
});

it("checkAxis(operation, axis, ndim) counts negative axes from the end", () => {
  expect(checkAxis("sum", -1, 3)).toBe(2);
  expect(() => checkAxis("sum", 3, 3)).toThrow(
    "sum: axis 3 is out of bounds for an array of 3 dimensions",
  );
  expect(() => checkAxis("sum", 0.5, 3)).toThrow("sum: axis 0.5");
});

it("checkAxes(operation, axes, ndim) refuses an axis that is named twice", () => {
  expect(checkAxes("sum", undefined, 2)).toEqual([0, 1]);
  expect(checkAxes("sum", [-1, 0], 2)).toEqual([1, 0]);
  expect(() => checkAxes("sum", [0, -2], 2)).toThrow("sum: an axis is named twice in (0, -2)");
});

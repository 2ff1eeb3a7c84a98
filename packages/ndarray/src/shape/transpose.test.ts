import { expect, it } from "vitest";
import { zeros } from "../creation/filled.ts";
import { moveaxis, swapaxes, transpose } from "./transpose.ts";

const a = zeros([2, 3, 4]);

it("transpose(a, axes), swapaxes(a, i, j) and moveaxis(a, from, to) are views", () => {
  expect(transpose(a).shape).toEqual([4, 3, 2]);
  expect(transpose(a, [1, 2, 0]).shape).toEqual([3, 4, 2]);
  expect(swapaxes(a, 0, -1).shape).toEqual([4, 3, 2]);
  expect(moveaxis(a, 0, -1).shape).toEqual([3, 4, 2]);
  expect(moveaxis(a, [0, 1], [2, 0]).data).toBe(a.data);
});

it("transpose(a, axes) refuses what is no permutation", () => {
  expect(() => transpose(a, [0, 1])).toThrow(
    "transpose: expected a permutation of 3 axes, got (0, 1)",
  );
  expect(() => transpose(a, [0, 0, 1])).toThrow("transpose: an axis is named twice in (0, 0, 1)");
  expect(() => moveaxis(a, [0, 1], 0)).toThrow("moveaxis: source names 2 axes and destination 1");
});

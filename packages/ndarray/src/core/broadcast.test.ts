import { expect, it } from "vitest";
import { broadcastShapes, broadcastStrides } from "./broadcast.ts";

it("broadcastShapes(operation, ...shapes) aligns shapes at the last axis", () => {
  expect(broadcastShapes("add", [4, 1, 3], [2, 1])).toEqual([4, 2, 3]);
  expect(broadcastShapes("add", [], [2])).toEqual([2]);
  expect(broadcastShapes("add", [0, 3], [1, 3])).toEqual([0, 3]);
  expect(broadcastShapes("where", [3], [2, 1], [5, 1, 1])).toEqual([5, 2, 3]);
});

it("broadcastShapes(operation, ...shapes) names all shapes when they do not fit", () => {
  expect(() => broadcastShapes("add", [2, 3], [2])).toThrow(
    "add: shapes do not broadcast together, (2, 3) and (2,)",
  );
});

it("broadcastStrides(shape, strides, target) repeats by a stride of 0", () => {
  expect(broadcastStrides([3, 1], [1, 1], [2, 3, 4])).toEqual([0, 1, 0]);
});

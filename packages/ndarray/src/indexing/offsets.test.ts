import { expect, it } from "vitest";
import { gridOffsets } from "./offsets.ts";

it("gridOffsets(shape, strides, start) lists positions in C order", () => {
  expect(Array.from(gridOffsets([2, 3], [10, 1], 5))).toEqual([5, 6, 7, 15, 16, 17]);
  expect(Array.from(gridOffsets([2, 2], [-1, 4], 1))).toEqual([1, 5, 0, 4]);
  expect(Array.from(gridOffsets([], [], 3))).toEqual([3]);
  expect(gridOffsets([2, 0], [1, 1])).toHaveLength(0);
});

it("gridOffsets(shape, strides) holds positions beyond 32 bits", () => {
  expect(Array.from(gridOffsets([2], [2 ** 33]))).toEqual([0, 2 ** 33]);
});

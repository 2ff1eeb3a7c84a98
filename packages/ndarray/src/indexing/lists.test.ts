import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { listOffsets, listsOf, truePositions } from "./lists.ts";

it("listsOf(x, mask, axis) is one list per axis of the mask", () => {
  const mask = array([[true, false], [true, true]]); // prettier-ignore
  const lists = listsOf(zeros([3, 2, 2]), mask, 1);
  expect(lists.map(({ axis }) => axis)).toEqual([1, 2]);
  expect(lists.map(({ positions }) => positions.toArray())).toEqual([[0, 1, 1], [0, 0, 1]]); // prettier-ignore
});

it("listOffsets(x, lists, shape) adds up the lists' steps", () => {
  const x = arange(12).reshape(3, 4);
  const list = (values: number[], axis: number) => ({
    positions: array(values, { dtype: "int32" }),
    axis,
  });
  expect(Array.from(listOffsets(x, [list([0, -1], 0), list([2], 1)], [2]))).toEqual([2, 10]);
  expect(() => listOffsets(x, [list([4], 1)], [1])).toThrow(
    "index: index 4 is out of bounds for axis 1 of size 4",
  );
});

it("truePositions(a) walks views in C order", () => {
  const [rows, columns] = truePositions(array([[0, 1], [1, 0], [1, 1]]).T); // prettier-ignore
  expect([Array.from(rows), Array.from(columns)]).toEqual([[0, 0, 1, 1], [1, 2, 0, 2]]); // prettier-ignore
});

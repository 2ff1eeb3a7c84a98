import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { argwhere, nonzero } from "./nonzero.ts";

it("nonzero(a) gives one int32 array of positions per axis; NaN counts as true", () => {
  const [rows, columns] = nonzero([
    [0, 5],
    [NaN, 0],
  ]);
  expect([rows.toArray(), columns.toArray(), rows.dtype]).toEqual([[0, 1], [1, 0], "int32"]);
});

it("nonzero(0-d) throws by name", () => {
  expect(() => nonzero(3)).toThrow("nonzero: a 0-d array has no positions; reshape it to (1,)");
});

it("argwhere(a) gives the positions as rows", () => {
  expect(argwhere([[0, 5, 6]]).toArray()).toEqual([
    [0, 1],
    [0, 2],
  ]);
  expect(argwhere(array(1)).shape).toEqual([1, 0]);
});

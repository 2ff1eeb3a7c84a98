import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { unique, uniqueAll } from "./unique.ts";

it("unique(a) is sorted, with one NaN at the end", () => {
  expect(unique([3, NaN, 1, 3, NaN]).toArray()).toEqual([1, 3, NaN]);
  expect(unique(array([true, true])).toArray()).toEqual([true]);
  expect(unique([]).size).toBe(0);
});

it("uniqueAll(a) tells first positions, the inverse in a's shape, and counts", () => {
  const a = array([[5, 2], [2, 5], [2, 7]]); // prettier-ignore
  const { values, indices, inverseIndices, counts } = uniqueAll(a);
  expect(values.toArray()).toEqual([2, 5, 7]);
  expect(indices.toArray()).toEqual([1, 0, 5]);
  expect(counts.toArray()).toEqual([3, 2, 1]);
  expect(values.at(inverseIndices).toArray()).toEqual(a.toArray());
});

it("unique(a, options) throws by name", () => {
  // @ts-expect-error: NumPy has options here.
  expect(() => unique([1], { returnCounts: true })).toThrow(
    "unique: axis and the return options are not supported; uniqueAll gives positions and counts",
  );
});

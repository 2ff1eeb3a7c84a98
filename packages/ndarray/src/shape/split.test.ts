import { expect, it } from "vitest";
import { arange } from "../creation/range.ts";
import { split } from "./split.ts";

it("split(a, parts) gives views, split(a, positions) cuts before each position", () => {
  const a = arange(6);
  expect(split(a, 3).map((part) => part.toArray())).toEqual([[0, 1], [2, 3], [4, 5]]); // prettier-ignore
  expect(split(a, [1, 4]).map((part) => part.size)).toEqual([1, 3, 2]);
  expect(split(a, 2)[1].data).toBe(a.data);
  expect(split(a.reshape(2, 3), 3, { axis: 1 })[2].toArray()).toEqual([[2], [5]]);
  expect(() => split(a, 4)).toThrow("split: an axis of size 6 does not divide into 4 equal parts");
});

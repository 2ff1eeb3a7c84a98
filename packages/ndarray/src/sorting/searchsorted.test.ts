import { expect, it } from "vitest";
import { zeros } from "../creation/filled.ts";
import { searchsorted } from "./searchsorted.ts";

it("searchsorted(sorted, values, { side }) is where values would go", () => {
  expect(searchsorted([1, 2, 2, 3], 2)).toBe(1);
  expect(searchsorted([1, 2, 2, 3], 2, { side: "right" })).toBe(3);
  expect(searchsorted([1, 2], [[0, 5]]).toArray()).toEqual([[0, 2]]);
  expect(searchsorted([1, NaN, NaN], NaN)).toBe(1);
  expect(searchsorted([1, NaN, NaN], NaN, { side: "right" })).toBe(3);
  expect(() => searchsorted(zeros([2, 2]), 1)).toThrow(
    "searchsorted: expected a sorted 1-D array, got (2, 2)",
  );
});

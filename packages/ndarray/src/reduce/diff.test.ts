import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { diff } from "./diff.ts";

it("diff(a, { axis }) subtracts neighbours", () => {
  expect(diff([1, 4, 9]).toArray()).toEqual([3, 5]);
  expect(diff([[1, 2], [5, 7]], { axis: 0 }).toArray()).toEqual([[4, 5]]); // prettier-ignore
  expect(diff(array([true, false, false])).toArray()).toEqual([true, false]);
  expect(diff([3]).shape).toEqual([0]);
  expect(diff(zeros([2, 0])).shape).toEqual([2, 0]);
  expect(() => diff(1)).toThrow("diff: a 0-d array has no neighbours");
});

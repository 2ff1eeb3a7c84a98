import { expect, it } from "vitest";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { flip, roll } from "./flip.ts";

it("flip(a, axis) is a reversed view", () => {
  const a = arange(4).reshape(2, 2);
  expect(flip(a).toArray()).toEqual([[3, 2], [1, 0]]); // prettier-ignore
  expect(flip(a, 1).data).toBe(a.data);
  expect(flip(zeros([0, 2])).shape).toEqual([0, 2]);
});

it("roll(a, shift, { axis }) brings what leaves at the end back at the start", () => {
  expect(roll(arange(4), 1).toArray()).toEqual([3, 0, 1, 2]);
  expect(roll(arange(4), -5).toArray()).toEqual([1, 2, 3, 0]);
  expect(roll(arange(4).reshape(2, 2), [1, 1], { axis: [0, 1] }).toArray()).toEqual([[3, 2], [1, 0]]); // prettier-ignore
  expect(() => roll(arange(2), [1, 2], { axis: [0] })).toThrow("roll: 2 shifts do not fit 1 axes");
});

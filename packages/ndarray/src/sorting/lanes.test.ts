import { expect, it } from "vitest";
import { arange } from "../creation/range.ts";
import { lanesOf, readLane } from "./lanes.ts";

it("lanesOf(x, axis) and readLane(x, ...) walk the lines of a view", () => {
  const a = arange(6).reshape(2, 3).T;
  const { length, step, starts, resultStep, resultStarts } = lanesOf(a, 1);
  expect([length, step, Array.from(starts)]).toEqual([2, 3, [0, 1, 2]]);
  expect([resultStep, Array.from(resultStarts)]).toEqual([1, [0, 2, 4]]);
  const lane = new Float64Array(2);
  readLane(a, starts[2], step, lane);
  expect(Array.from(lane)).toEqual([2, 5]);
});

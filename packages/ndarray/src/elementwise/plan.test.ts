import { expect, it } from "vitest";
import { forEachPlane, planLoops } from "./plan.ts";

it("planLoops(shape, strides) joins axes that all operands step through evenly", () => {
  expect(
    planLoops(
      [2, 3, 4],
      [
        [12, 4, 1],
        [12, 4, 1],
      ],
    ),
  ).toEqual({ shape: [24], strides: [[1], [1]] });
  expect(
    planLoops(
      [2, 3],
      [
        [3, 1],
        [0, 1],
      ],
    ),
  ).toEqual({
    shape: [2, 3],
    strides: [
      [3, 1],
      [0, 1],
    ],
  });
  expect(planLoops([2, 1, 3], [[3, 99, 1]])).toEqual({ shape: [6], strides: [[1]] });
  expect(planLoops([], [[]])).toEqual({ shape: [], strides: [[]] });
});

it("forEachPlane(plan, offsets, visit) visits all combinations of the leading axes", () => {
  const seen: number[] = [];
  const plan = { shape: [2, 3, 5, 7], strides: [[100, 10, 1, 1]] };
  forEachPlane(plan, [4], ([offset]) => seen.push(offset));
  expect(seen).toEqual([4, 14, 24, 104, 114, 124]);
});

it("forEachPlane(plan, offsets, visit) visits nothing of an empty shape", () => {
  forEachPlane({ shape: [0, 3], strides: [[3, 1]] }, [0], () => {
    throw new Error("visited");
  });
});

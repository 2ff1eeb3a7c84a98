import { expect, it } from "vitest";
import { repeat, tile } from "./repeat.ts";

it("repeat(a, counts, { axis }) repeats elements", () => {
  expect(repeat([1, 2], 2).toArray()).toEqual([1, 1, 2, 2]);
  expect(repeat([[1, 2]], [0, 3], { axis: 1 }).toArray()).toEqual([[2, 2, 2]]);
  expect(() => repeat([1, 2], [1])).toThrow(
    "repeat: expected one count, or 2 whole counts >= 0 for axis 0, got 1",
  );
});

it("tile(a, repeats) repeats the whole", () => {
  expect(tile([1, 2], 2).toArray()).toEqual([1, 2, 1, 2]);
  expect(tile([1, 2], [2, 1]).toArray()).toEqual([[1, 2], [1, 2]]); // prettier-ignore
  expect(tile([[1], [2]], 2).toArray()).toEqual([[1, 1], [2, 2]]); // prettier-ignore
  expect(() => tile([1], -1)).toThrow("tile: expected whole counts >= 0, got -1");
});

import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { argmax } from "../reduce/argmax.ts";
import { argsort } from "../sorting/sort.ts";
import { take, takeAlongAxis } from "./take.ts";

const a = array([
  [3, 1, 2],
  [9, 7, 8],
]);

it("take(a, positions, { axis }) replaces the axis by the positions' shape", () => {
  expect(take(a, [0, -1], { axis: 1 }).toArray()).toEqual([
    [3, 2],
    [9, 8],
  ]);
  expect(take(a, [[0, 1]], { axis: 1 }).shape).toEqual([2, 1, 2]);
  expect(take(a, 4).item()).toBe(7);
});

it("take(a, positions, { out }) writes to out", () => {
  const out = zeros([1, 3]);
  expect(take(a, [1], { axis: 0, out })).toBe(out);
  expect(out.toArray()).toEqual([[9, 7, 8]]);
});

it("takeAlongAxis(a, argsort(a), { axis }) sorts, and with argmax picks the largest", () => {
  expect(takeAlongAxis(a, argsort(a), { axis: 1 }).at(0).toArray()).toEqual([1, 2, 3]);
  const best = argmax(a, { axis: 1, keepdims: true });
  expect(takeAlongAxis(a, best, { axis: 1 }).toArray()).toEqual([[3], [9]]);
});

it("take(a, positions) refuses fractions and positions out of bounds", () => {
  expect(() => take(a, array([0, 1]))).toThrow(
    "take: expected positions of an integer dtype, got float64",
  );
  expect(() => take(a, [0.5])).toThrow("take: expected whole numbers as positions");
  expect(() => take(a, [2], { axis: 0 })).toThrow(
    "index: index 2 is out of bounds for axis 0 of size 2",
  );
  expect(() => takeAlongAxis(a, arange(2, { dtype: "int32" }), { axis: 1 })).toThrow(
    "takeAlongAxis: expected positions of 2 dimensions, got (2,)",
  );
});

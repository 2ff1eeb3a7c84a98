import { expect, it } from "vitest";
import { allclose, arrayEqual, isclose } from "./closeness.ts";

it("isclose(a, b, { rtol, atol, equalNan }) is relative to b", () => {
  expect(
    isclose([1, 1, Infinity, NaN, -Infinity], [1 + 1e-6, 1.1, Infinity, NaN, Infinity]).toArray(),
  ).toEqual([true, false, true, false, false]);
  expect(isclose(NaN, NaN, { equalNan: true }).toArray()).toBe(true);
  expect(isclose([10], [11], { rtol: 0, atol: 1 }).toArray()).toEqual([true]);
  expect(isclose([1], [Infinity]).toArray()).toEqual([false]);
});

it("allclose(a, b) broadcasts, arrayEqual(a, b) does not", () => {
  expect(allclose([[1], [1]], [1, 1])).toBe(true);
  expect(arrayEqual([[1], [1]], [1, 1])).toBe(false);
  expect(arrayEqual([1, 2], [1, 2])).toBe(true);
  expect(arrayEqual([NaN], [NaN])).toBe(false);
});

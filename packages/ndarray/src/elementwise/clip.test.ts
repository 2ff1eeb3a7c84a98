import { expect, it } from "vitest";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { clip } from "./clip.ts";

it("clip(a, low, high) takes numbers, arrays and null for no limit", () => {
  expect(clip(arange(5), 1, 3).toArray()).toEqual([1, 1, 2, 3, 3]);
  expect(clip(arange(3), null, [0, 5, 1]).toArray()).toEqual([0, 1, 1]);
  expect(clip([NaN, -5], 0, null).toArray()).toEqual([NaN, 0]);
  expect(clip(arange(3), 2, 1).toArray()).toEqual([1, 1, 1]);
});

it("clip(a, low, high, { out }) may work in place", () => {
  const a = arange(3);
  expect(clip(a, 1, null, { out: a })).toBe(a);
  expect(clip(a, null, null, { out: a }).toArray()).toEqual([1, 1, 2]);
  expect(clip(a, null, null)).not.toBe(a);
});

it("clip(a, null, null, { out }) refuses an out of another shape or of a dtype that loses the fraction", () => {
  expect(() => clip(arange(3), null, null, { out: zeros(2) })).toThrow("out has (2,)");
  const whole = zeros(3, { dtype: "int32" });
  expect(() => clip([0.5, 1.5, 2.5], null, null, { out: whole })).toThrow("out is int32");
});

import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { round } from "./rounding.ts";

it("round(a) rounds halves to even, and keeps the sign of zero", () => {
  expect(round([0.5, 1.5, 2.5, -0.4]).toArray()).toEqual([0, 2, 2, -0]);
});

it("round(a, { decimals }) rounds to places before and after the point", () => {
  expect(round([1.255, 1234.5], { decimals: 2 }).toArray()).toEqual([1.25, 1234.5]);
  expect(round([1255, 1234], { decimals: -2 }).toArray()).toEqual([1300, 1200]);
  expect(round(array([1255], { dtype: "int32" }), { decimals: -2 }).toArray()).toEqual([1300]);
  expect(() => round([1], { decimals: 0.5 })).toThrow("round: expected a whole number of decimals");
});

it("round(a, { decimals, out }) writes to out", () => {
  const out = zeros(1);
  expect(round([1.26], { decimals: 1, out })).toBe(out);
  expect(out.item()).toBe(1.3);
  expect(round([126], { decimals: -1, out }).item()).toBe(130);
});

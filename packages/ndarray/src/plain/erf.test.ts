import { expect, it } from "vitest";
import { erf } from "./erf.ts";

it("erf(x) is odd, saturates at 1 and passes NaN and -0 through", () => {
  expect(erf(0.5)).toBe(0.5204998778130465);
  expect(erf(-2)).toBe(-erf(2));
  expect(erf(10)).toBe(1);
  expect(erf(-Infinity)).toBe(-1);
  expect(erf(NaN)).toBeNaN();
  expect(erf(-0)).toBe(-0);
});

it("erf(x) is increasing across the borders of its intervals", () => {
  for (const border of [0.84375, 1.25, 1 / 0.35, 6]) {
    expect(erf(border + 1e-7)).toBeGreaterThanOrEqual(erf(border));
    expect(erf(border)).toBeGreaterThanOrEqual(erf(border - 1e-7));
  }
});

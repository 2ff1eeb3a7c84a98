import { array } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { isSufficientDecrease } from "./sufficient-decrease.ts";

const at = (value: number, slope: number) => ({ value, gradient: array([slope]) });

test("isSufficientDecrease(from, to, direction, step) asks for a quarter of the promised decrease", () => {
  const direction = array([-1]);
  // Slope -2, step 1: promised 2, so 0.5 will do.
  expect(isSufficientDecrease(at(10, 2), at(9.5, 0), direction, 1)).toBe(true);
  expect(isSufficientDecrease(at(10, 2), at(9.6, 0), direction, 1)).toBe(false);
});

test("isSufficientDecrease(from, to, direction, step) goes by the slopes where values differ by rounding only", () => {
  const direction = array([-1]);
  const from = at(1, 1e-9);
  expect(isSufficientDecrease(from, at(1 + 2e-16, 1e-10), direction, 1)).toBe(true);
  // Past the minimum and rising as steeply as the descent was: too far.
  expect(isSufficientDecrease(from, at(1 + 2e-16, -1e-9), direction, 1)).toBe(false);
  // Nor is a decrease any proof that is smaller than what rounding does.
  expect(isSufficientDecrease(at(1, 1e-9), at(1 - 2e-16, -1e-9), array([-1e-9]), 1)).toBe(false);
  // A value that is really higher is no rounding.
  expect(isSufficientDecrease(from, at(1 + 1e-9, 1e-10), direction, 1)).toBe(false);
});

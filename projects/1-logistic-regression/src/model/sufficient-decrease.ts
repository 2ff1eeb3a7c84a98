import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { Evaluation } from "./objective.ts";

/** Armijo's constant: the part of the decrease promised by the slope that a step has to deliver. */
const promise = 0.25;

/**
 * Armijo's condition for a step of length `step` along `direction` (P):
 * `value(to) <= value(from) + step / 4 * slope` with `slope = gradient(from) . direction`.
 *
 * Close to the minimum the two values differ by rounding only. There the gradient decides: the slope at
 * the new point may be a rise at most half as steep as the descent was. On a parabola that is the same
 * condition. Source: Hager and Zhang (2005), equation 4.1.
 */
export function isSufficientDecrease(
  from: Evaluation,
  to: Evaluation,
  direction: NDArray,
  step: number,
): boolean {
  const slope = np.dot(from.gradient, direction);
  if (to.value <= from.value + promise * step * slope) return true;
  const isRounding = Math.abs(to.value - from.value) <= 1e-13 * Math.abs(from.value);
  return isRounding && np.dot(to.gradient, direction) <= (2 * promise - 1) * slope;
}

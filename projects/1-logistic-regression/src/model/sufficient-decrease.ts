import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { Evaluation } from "./objective.ts";

/** Armijo's constant: the part of the decrease promised by the slope that a step has to deliver. */
const promise = 0.25;

/** Values that differ by less than this share of themselves may differ by rounding only. */
const rounding = 1e-13;

/**
 * Armijo's condition for a step of length `step` along `direction` (P):
 * `value(to) <= value(from) + step / 4 * slope` with `slope = gradient(from) . direction`.
 *
 * Close to the minimum the two values differ by rounding only, and a decrease proves as little there as
 * a rise. So the gradient decides: the slope at the new point may be a rise at most half as steep as the
 * descent was. On a parabola that is the same condition. Source: Hager and Zhang (2005), equation 4.1.
 */
export function isSufficientDecrease(
  from: Evaluation,
  to: Evaluation,
  direction: NDArray,
  step: number,
): boolean {
  const slope = np.dot(from.gradient, direction);
  const change = to.value - from.value;
  if (Math.abs(change) <= rounding * Math.abs(from.value)) {
    return np.dot(to.gradient, direction) <= (2 * promise - 1) * slope;
  }
  return change <= promise * step * slope;
}

import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { maxAbs } from "./max-abs.ts";
import type { Evaluation, Objective, Solution, SolverOptions } from "./objective.ts";
import { isSufficientDecrease } from "./sufficient-decrease.ts";

/** A point and the objective there. */
export interface Point extends Evaluation {
  readonly theta: NDArray;
}

/**
 * Walks from `from` along `direction` (P): tries the step length `firstStep`, and half of it again and
 * again until `isSufficientDecrease`. Returns the new point and the step that was taken.
 *
 * `direction` must point downhill (`gradient . direction < 0`). After 60 halvings the last try is
 * returned: no step helps, the point is as low as float64 can tell.
 */
export function backtrack(
  objective: Objective,
  from: Point,
  direction: NDArray,
  firstStep: number,
): { point: Point; step: number } {
  //#region solution 1.8 backtracking line search
  let step = firstStep;
  let point = moveTo(objective, np.add(from.theta, np.multiply(step, direction)));
  for (let tries = 0; tries < 60; tries++) {
    if (isSufficientDecrease(from, point, direction, step)) break;
    step /= 2;
    point = moveTo(objective, np.add(from.theta, np.multiply(step, direction)));
  }
  return { point, step };
  //#endregion
}

/**
 * Gradient descent: `theta <- theta - step * gradient`, each step by `backtrack`. Its first try is
 * twice the step that worked last (1 at the beginning), so that the step can grow as well as shrink.
 *
 * Starts at `start` (P). Stops when the largest entry of the gradient is at most `tol`, or after
 * `maxIter` steps.
 */
export function gradientDescent(
  objective: Objective,
  start: NDArray,
  { tol, maxIter }: SolverOptions,
): Solution {
  //#region solution 1.8 gradient descent
  let point = moveTo(objective, start);
  let step = 0.5;
  let iterations = 0;
  while (maxAbs(point.gradient) > tol && iterations < maxIter) {
    ({ point, step } = backtrack(objective, point, np.negative(point.gradient), 2 * step));
    iterations++;
  }
  const gradientNorm = maxAbs(point.gradient);
  return { theta: point.theta, gradientNorm, iterations, converged: gradientNorm <= tol };
  //#endregion
}

/** The objective at theta, beside theta. */
export function moveTo(objective: Objective, theta: NDArray): Point {
  return { theta, ...objective.evaluate(theta) };
}

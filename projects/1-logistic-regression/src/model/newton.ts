import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { backtrack, moveTo } from "./gradient-descent.ts";
import { maxAbs } from "./max-abs.ts";
import type { Objective, Solution, SolverOptions } from "./objective.ts";
import { sigmoid } from "./sigmoid.ts";
import { solveDamped } from "./solve-damped.ts";

/**
 * Hessian (P, P) of the weighted log loss with respect to theta, coefficients first, intercept last:
 * `A^T diag(s p (1 - p)) A`, where A (N, P) is X with a column of ones and `p = sigmoid(z)`.
 *
 * X (N, D), logits z (N), sample weights s (N).
 */
export function logisticHessian(X: NDArray, z: NDArray, sampleWeight: NDArray): NDArray {
  //#region solution 1.9 Hessian of the log loss
  const p = sigmoid(z);
  const w = np.multiply(sampleWeight, np.multiply(p, np.subtract(1, p)));
  const weighted = np.multiply(X.T, w); // a column for each sample, times its weight
  const edge = np.matmul(X.T, w);
  const H = np.empty([edge.size + 1, edge.size + 1]);
  H.set(np.matmul(weighted, X), ":-1", ":-1");
  H.set(edge, ":-1", -1);
  H.set(edge, -1, ":-1");
  H.set(np.sum(w), -1, -1);
  return H;
  //#endregion
}

/**
 * Newton's method: `theta <- theta + step * d` with `H d = -gradient` (`solveDamped`), the step by
 * `backtrack` from 1. For the log loss this is iteratively reweighted least squares.
 *
 * Starts at `start` (P). Stops when the largest entry of the gradient is at most `tol`, or after
 * `maxIter` steps.
 */
export function newton(
  objective: Objective,
  start: NDArray,
  { tol, maxIter }: SolverOptions,
): Solution {
  //#region solution 1.9 Newton's method
  let point = moveTo(objective, start);
  let iterations = 0;
  while (maxAbs(point.gradient) > tol && iterations < maxIter) {
    const direction = solveDamped(objective.hessian(point.theta), np.negative(point.gradient));
    ({ point } = backtrack(objective, point, direction, 1));
    iterations++;
  }
  const gradientNorm = maxAbs(point.gradient);
  return { theta: point.theta, gradientNorm, iterations, converged: gradientNorm <= tol };
  //#endregion
}

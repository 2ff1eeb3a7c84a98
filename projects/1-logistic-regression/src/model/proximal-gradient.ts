import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { maxAbs } from "./max-abs.ts";
import type { Objective, Solution, SolverOptions } from "./objective.ts";

export interface ProximalOptions extends SolverOptions {
  /** Strength of the L1 penalty on each parameter (P); 0 leaves one free, as the intercept. */
  readonly l1: NDArray;
  /** Upper bound on the curvature (largest eigenvalue of the Hessian) of the smooth part. */
  readonly lipschitz: number;
}

/**
 * Soft thresholding, element by element: the minimiser of `(x - z)^2 / 2 + threshold |x|`. It moves z
 * towards 0 by `threshold`, and to exactly 0 what is nearer than that.
 */
export function softThreshold(z: NDArray, threshold: NDArray): NDArray {
  //#region solution 1.10 soft threshold
  const size = np.maximum(np.subtract(np.abs(z), threshold), 0);
  return np.multiply(np.sign(z), size);
  //#endregion
}

/**
 * Accelerated proximal gradient descent (FISTA) for `smooth(theta) + sum_j l1_j |theta_j|`.
 *
 * One iteration steps from the extrapolated point v, with t = 1 / lipschitz:
 * `next = softThreshold(v - t gradient(v), t l1)`, then looks ahead with momentum:
 * `m' = (1 + sqrt(1 + 4 m^2)) / 2`, `v = next + (m - 1) / m' (next - theta)`; m begins at 1.
 * Momentum that runs uphill, `(v - next) . (next - theta) > 0`, is dropped: m = 1.
 *
 * Starts at `start` (P). Stops when no entry of `(v - next) / t` (which is the gradient where there is
 * no L1) is larger than `tol`, or after `maxIter` steps. Sources: Beck and Teboulle (2009);
 * O'Donoghue and Candes (2015) for the restart.
 */
export function proximalGradient(
  objective: Objective,
  start: NDArray,
  { l1, lipschitz, tol, maxIter }: ProximalOptions,
): Solution {
  const step = 1 / lipschitz;
  //#region solution 1.10 accelerated proximal gradient
  let theta = start;
  let ahead = start;
  let momentum = 1;
  let gradientNorm = Infinity;
  let iterations = 0;
  while (gradientNorm > tol && iterations < maxIter) {
    const { gradient } = objective.evaluate(ahead);
    const downhill = np.subtract(ahead, np.multiply(step, gradient));
    const next = softThreshold(downhill, np.multiply(step, l1));
    const correction = np.subtract(ahead, next);
    const moved = np.subtract(next, theta);
    gradientNorm = maxAbs(correction) / step;
    if (np.dot(correction, moved) > 0) momentum = 1;
    const grown = (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2;
    ahead = np.add(next, np.multiply((momentum - 1) / grown, moved));
    theta = next;
    momentum = grown;
    iterations++;
  }
  return { theta, gradientNorm, iterations, converged: gradientNorm <= tol };
  //#endregion
}

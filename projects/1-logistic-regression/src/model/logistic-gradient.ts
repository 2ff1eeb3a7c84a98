import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { sigmoid } from "./sigmoid.ts";

/*
 * N samples, D features, P = D + 1 parameters: theta holds the D coefficients and then the intercept.
 */

/**
 * Gradient of the weighted log loss with respect to theta (P):
 * `dw = X^T (s (p - y))`, `db = sum(s (p - y))` with `p = sigmoid(z)`.
 *
 * X (N, D), logits z (N) = X w + b, classes y (N) of 0 and 1, sample weights s (N).
 */
export function logisticGradient(
  X: NDArray,
  z: NDArray,
  y: NDArray,
  sampleWeight: NDArray,
): NDArray {
  //#region solution 1.7 gradient of the log loss
  const residual = np.multiply(sampleWeight, np.subtract(sigmoid(z), y));
  const dCoef = np.matmul(X.T, residual);
  const dIntercept = np.sum(residual, { axis: 0, keepdims: true });
  return np.concatenate([dCoef, dIntercept]);
  //#endregion
}

/**
 * The L2 penalty `l2 / 2 * sum_j w_j^2` of theta (P) and its gradient (P). The intercept, theta's last
 * entry, is not penalised.
 */
export function ridge(theta: NDArray, l2: number): { value: number; gradient: NDArray } {
  //#region solution 1.7 L2 penalty and its gradient
  const gradient = np.multiply(theta, l2);
  gradient.set(0, -1);
  return { value: np.dot(gradient, theta) / 2, gradient };
  //#endregion
}

import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/*
 * N samples, D features, K classes, P = D + 1: row k of theta (K, P) holds class k's D coefficients
 * and then its intercept.
 */

/**
 * Softmax of each row of the logits Z (N, K): `exp(z_k) / sum_j exp(z_j)`, probabilities (N, K).
 * Exact to rounding for every finite Z, however large.
 */
export function softmax(Z: NDArray): NDArray {
  //#region solution 1.11 softmax, stable for large logits
  const shifted = np.subtract(Z, np.max(Z, { axis: 1, keepdims: true }));
  const powers = np.exp(shifted);
  return np.divide(powers, np.sum(powers, { axis: 1, keepdims: true }));
  //#endregion
}

/**
 * Gradient (K, P) of the weighted cross-entropy `sum_i s_i -log softmax(Z_i)[y_i]`: with
 * `R = s (softmax(Z) - onehot(y))`, row k is `X^T R[:, k]`, then `sum R[:, k]` for its intercept.
 *
 * X (N, D), logits Z (N, K), one-hot classes Y (N, K), sample weights s (N).
 */
export function softmaxGradient(
  X: NDArray,
  Z: NDArray,
  Y: NDArray,
  sampleWeight: NDArray,
): NDArray {
  //#region solution 1.11 gradient of the cross-entropy
  const residual = np.multiply(sampleWeight.reshape([-1, 1]), np.subtract(softmax(Z), Y));
  const dCoef = np.matmul(residual.T, X);
  const dIntercept = np.sum(residual, { axis: 0 }).reshape([-1, 1]);
  return np.concatenate([dCoef, dIntercept], { axis: 1 });
  //#endregion
}

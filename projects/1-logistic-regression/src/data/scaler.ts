import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/** Per-column statistics (D) of the training part. */
export interface Scaler {
  readonly mean: NDArray;
  /** Standard deviation, 1 for a constant column: a divisor that never is 0. */
  readonly scale: NDArray;
}

/**
 * Learns the mean and the standard deviation of each column of X (N, D):
 * `scale = sqrt(sum((x - mean)^2) / N)`, and 1 for a column that never changes.
 */
export function fitScaler(X: NDArray): Scaler {
  //#region solution 1.4 mean and standard deviation of each column
  const mean = np.mean(X, { axis: 0 });
  const isConstant = np.equal(np.min(X, { axis: 0 }), np.max(X, { axis: 0 }));
  return { mean, scale: np.where(isConstant, 1, np.std(X, { axis: 0 })) };
  //#endregion
}

/** Standardises X (N, D) with the statistics of the training part: `(X - mean) / scale`. */
export function standardise(X: NDArray, scaler: Scaler): NDArray {
  //#region solution 1.4 standardise with the training statistics
  return np.divide(np.subtract(X, scaler.mean), scaler.scale);
  //#endregion
}

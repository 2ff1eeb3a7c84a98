import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/**
 * The weighted log loss, from the logits: `sum_i s_i (-y_i log p_i - (1 - y_i) log(1 - p_i))` with
 * `p = sigmoid(z)`.
 *
 * Logits z (N), classes y (N) of 0 and 1, sample weights s (N). Exact to rounding for every z: never
 * infinite or NaN, and the loss of a confident right answer does not vanish (z = 50, y = 1 costs
 * exp(-50)).
 */
export function logisticLoss(z: NDArray, y: NDArray, sampleWeight: NDArray): number {
  //#region solution 1.6 log loss from the logits
  const margin = np.multiply(np.subtract(np.multiply(2, y), 1), z); // positive where z has y's side
  const shortfall = np.maximum(np.negative(margin), 0);
  const losses = np.add(shortfall, np.log1p(np.exp(np.negative(np.abs(margin)))));
  return np.dot(sampleWeight, losses);
  //#endregion
}

import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/**
 * The logistic function, element by element: `1 / (1 + exp(-z))`, from any shape to the same shape.
 *
 * Exact to rounding for every z: no overflow for large |z|, and small probabilities keep their
 * relative precision (`sigmoid(-700)` is about `exp(-700)`, not 0).
 */
export function sigmoid(z: NDArray): NDArray {
  //#region solution 1.5 sigmoid, stable for large |z|
  // Neither exponent is positive, so neither power can overflow.
  const numerator = np.exp(np.minimum(z, 0));
  const denominator = np.add(1, np.exp(np.negative(np.abs(z))));
  return np.divide(numerator, denominator);
  //#endregion
}

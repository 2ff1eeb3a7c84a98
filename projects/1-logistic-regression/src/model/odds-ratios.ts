import { normalQuantile } from "@ml-roadmap/metrics";
import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/** How the odds multiply when a feature grows by one, each entry a parameter (P). */
export interface OddsRatios {
  readonly ratio: NDArray;
  readonly low: NDArray;
  readonly high: NDArray;
}

/**
 * Standard error of each parameter (P): the square root of the diagonal of the inverse of the
 * information, the Hessian (P, P) of the *summed* loss plus penalty at the minimum.
 */
export function standardErrors(information: NDArray): NDArray {
  //#region solution 1.14 standard errors from the information
  const covariance = np.linalg.inv(information);
  const variance = np.sum(np.multiply(covariance, np.eye(covariance.shape[0])), { axis: 0 });
  return np.sqrt(variance);
  //#endregion
}

/**
 * Odds ratios with Wald intervals: `exp(w)`, between `exp(w - q se)` and `exp(w + q se)`, where q is
 * the normal quantile of `(1 + level) / 2` (1.96 for a level of 0.95).
 *
 * Coefficients w (P) and their standard errors se (P).
 */
export function oddsRatios(coef: NDArray, errors: NDArray, level: number): OddsRatios {
  const q = normalQuantile((1 + level) / 2);
  //#region solution 1.14 odds ratios with intervals
  const margin = np.multiply(q, errors);
  return {
    ratio: np.exp(coef),
    low: np.exp(np.subtract(coef, margin)),
    high: np.exp(np.add(coef, margin)),
  };
  //#endregion
}

import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/** The largest entry in absolute value. */
export function maxAbs(a: NDArray): number {
  return np.max(np.abs(a));
}

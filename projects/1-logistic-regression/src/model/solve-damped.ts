import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/** A pivot that keeps less than this share of its column's diagonal says that the column is collinear. */
const collinear = 1e-10;

/**
 * Solves `H x = b` for a symmetric positive semi-definite H (P, P) and b (P) by Cholesky. Where H is
 * singular (collinear columns, or more columns than rows), a small multiple of the identity is added:
 * the answer is then close to the shortest of all solutions, and it still points downhill.
 */
export function solveDamped(H: NDArray, b: NDArray): NDArray {
  return solveFactored(dampedCholesky(H), b);
}

/** The lower factor L (P, P) of `H = L L^T`, or of H plus as small a multiple of the identity as makes it regular. */
export function dampedCholesky(H: NDArray): NDArray {
  const size = H.shape[0];
  const identity = np.eye(size);
  const average = np.sum(np.multiply(H, identity)) / size;
  if (!Number.isFinite(average)) {
    throw new RangeError(
      "dampedCholesky: the matrix is not finite; are the features standardised?",
    );
  }
  let factor = choleskyOrNull(H);
  // An all-zero H (every probability is 0 or 1 to rounding) leaves nothing to scale by.
  for (let damping = average > 0 ? 1e-8 * average : 1; factor === null; damping *= 100) {
    factor = choleskyOrNull(np.add(H, np.multiply(damping, identity)));
  }
  return factor;
}

/** Solves `L L^T x = b` for a lower L (P, P) and b (P). */
export function solveFactored(L: NDArray, b: NDArray): NDArray {
  const y = np.linalg.solveTriangular(L, b, { lower: true });
  return np.linalg.solveTriangular(L, y, { lower: true, transpose: true });
}

/** Whether a symmetric positive semi-definite H (P, P) is singular to rounding: its columns are collinear. */
export function isSingular(H: NDArray): boolean {
  return choleskyOrNull(H) === null;
}

function choleskyOrNull(H: NDArray): NDArray | null {
  let factor: NDArray;
  try {
    factor = np.linalg.cholesky(H);
  } catch (error) {
    if (error instanceof np.LinAlgError) return null;
    throw error;
  }
  for (let i = 0; i < H.shape[0]; i++) {
    if (!(factor.get(i, i) ** 2 > collinear * H.get(i, i))) return null;
  }
  return factor;
}

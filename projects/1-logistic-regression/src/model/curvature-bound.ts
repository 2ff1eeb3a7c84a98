import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/**
 * Upper bound on the curvature of a weighted mean log loss over X (N, D) with sample weights (N):
 * `share` times the largest eigenvalue of `A^T diag(s) A`, A being X with a column of ones. `share`
 * is 1/4 for two classes (`p (1 - p)` is at most that) and 1/2 for softmax (Boehning, 1992).
 *
 * The eigenvalue is found by 100 power iterations and rounded up by 5%.
 */
export function curvatureBound(X: NDArray, sampleWeight: NDArray, share: number): number {
  const [rows, features] = X.shape;
  const A = np.concatenate([X, np.ones([rows, 1])], { axis: 1 });
  const scaled = np.multiply(A, np.sqrt(sampleWeight).reshape([-1, 1]));
  // Both products have the same eigenvalues but for zeros: take the smaller one.
  const gram = features < rows ? np.matmul(scaled.T, scaled) : np.matmul(scaled, scaled.T);
  let vector = np.randomGenerator(0).standardNormal(gram.shape[0]);
  let eigenvalue = 0;
  for (let i = 0; i < 100; i++) {
    vector = np.divide(vector, np.linalg.norm(vector));
    const next = np.matmul(gram, vector);
    eigenvalue = np.dot(vector, next);
    vector = next;
  }
  return 1.05 * share * eigenvalue;
}

import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/** What a fit could not promise; it stands in the fitted model's `warnings`. */
export interface ConvergenceWarning {
  /**
   * "max-iterations": stopped before the gradient was small enough.
   * "separable": without a penalty the coefficients grow for ever, since a plane divides the classes
   * without a mistake, or gives some sample a probability of 0 or 1.
   */
  readonly kind: "max-iterations" | "separable";
  readonly message: string;
}

/** Beyond this logit a probability is 0 or 1 to five digits. */
const certain = 12;

/**
 * Whether a fit without a penalty has run into separable classes. X (N, D) are the training samples, `logits` (N) or
 * (N, K) theirs; `predicted` and `truth` (N) are positions of classes.
 *
 * Certain samples alone prove nothing: one may just lie far out. But when those that are not certain lie in a plane
 * that the others leave, nothing holds the coefficients across that plane.
 */
export function looksSeparable(
  X: NDArray,
  logits: NDArray,
  predicted: ArrayLike<number>,
  truth: ArrayLike<number>,
  fitIntercept: boolean,
): boolean {
  const isRight = Array.from(truth, (label, i) => label === predicted[i]);
  if (isRight.every(Boolean)) return true;
  const largest = np.max(np.abs(logits.reshape([X.shape[0], -1])), { axis: 1 });
  // One that is certain and wrong holds the coefficients like no other.
  const isOpen = np.logicalOr(np.lessEqual(largest, certain), np.logicalNot(isRight));
  return !np.all(isOpen) && rankOf(X.at(isOpen), fitIntercept) < rankOf(X, fitIntercept);
}

/** Rank of X (N, D), with a column of ones for an intercept, by the smaller of its Gram matrices. */
function rankOf(X: NDArray, fitIntercept: boolean): number {
  const [N, D] = X.shape;
  const size = np.max(np.abs(X), { axis: 0 });
  const scaled = np.divide(X, np.where(size, size, 1));
  const A = fitIntercept ? np.concatenate([scaled, np.ones([N, 1])], { axis: 1 }) : scaled;
  const gram = N < D ? np.matmul(A, A.T) : np.matmul(A.T, A);
  return np.linalg.matrixRank(np.divide(gram, N), { tol: 1e-10 });
}

export function separableWarning(): ConvergenceWarning {
  return {
    kind: "separable",
    message:
      "the classes can be separated, so without a penalty the best coefficients are infinite and these only show where the solver stopped; use penalty l2",
  };
}

export function maxIterationsWarning(
  solver: string,
  { iterations, gradientNorm, tol }: { iterations: number; gradientNorm: number; tol: number },
): ConvergenceWarning {
  return {
    kind: "max-iterations",
    message: `${solver} stopped after ${iterations} iterations with a gradient of ${gradientNorm.toExponential(1)}, above tol ${tol}; raise maxIter or tol, standardise the features, or use solver newton`,
  };
}

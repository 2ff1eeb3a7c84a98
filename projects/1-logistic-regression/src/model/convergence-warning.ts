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

/** Beyond this logit a probability is 0 or 1 to 11 digits. */
const certain = 25;

/**
 * Whether a fit without a penalty has run into separable classes. `logits` (N) or (N, K) are the
 * training samples'; `predicted` and `truth` (N) are positions of classes.
 */
export function looksSeparable(
  logits: NDArray,
  predicted: ArrayLike<number>,
  truth: ArrayLike<number>,
): boolean {
  const isAllRight = Array.from(truth).every((label, i) => label === predicted[i]);
  return isAllRight || logits.toTyped().some((z) => Math.abs(z) > certain);
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

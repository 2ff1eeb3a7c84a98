import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { checkFinite, checkMatrix, type Matrix } from "./check-samples.ts";
import type { ConvergenceWarning } from "./convergence-warning.ts";
import type { CheckedFitOptions } from "./fit-options.ts";
import { sigmoid } from "./sigmoid.ts";
import { softmax } from "./softmax.ts";

/** All that a fitted model consists of. */
export interface FittedState {
  /** The K labels, ascending. */
  readonly classes: readonly number[];
  /** (1, D) for two classes: towards the second one; (K, D) for more. */
  readonly coef: NDArray;
  /** (1) or (K) */
  readonly intercept: NDArray;
  readonly options: CheckedFitOptions;
  readonly iterations: number;
  /** Largest entry of the gradient where the solver stopped. */
  readonly gradientNorm: number;
  readonly warnings: readonly ConvergenceWarning[];
}

/** A logistic regression that has been fitted: it can only predict. */
export class FittedLogisticRegression implements FittedState {
  readonly classes: readonly number[];
  readonly coef: NDArray;
  readonly intercept: NDArray;
  readonly options: CheckedFitOptions;
  readonly iterations: number;
  readonly gradientNorm: number;
  readonly warnings: readonly ConvergenceWarning[];

  constructor(state: FittedState) {
    this.classes = state.classes;
    this.coef = state.coef;
    this.intercept = state.intercept;
    this.options = state.options;
    this.iterations = state.iterations;
    this.gradientNorm = state.gradientNorm;
    this.warnings = state.warnings;
  }

  /** Logits of X (N, D): (N) for two classes, positive for the second; (N, K) for more. */
  decisionFunction(X: Matrix): NDArray {
    const matrix = checkMatrix("decisionFunction", X);
    checkFinite("decisionFunction", matrix);
    const [, features] = this.coef.shape;
    if (matrix.shape[1] !== features) {
      throw new RangeError(
        `decisionFunction: the model was fitted to ${features} features, X has ${matrix.shape[1]}`,
      );
    }
    const Z = np.add(np.matmul(matrix, this.coef.T), this.intercept);
    return this.classes.length === 2 ? Z.reshape([-1]) : Z;
  }

  /** Probability of each class for X (N, D): (N, K), rows sum to 1. */
  predictProba(X: Matrix): NDArray {
    const Z = this.decisionFunction(X);
    if (this.classes.length > 2) return softmax(Z);
    return np.stack([sigmoid(np.negative(Z)), sigmoid(Z)], { axis: 1 });
  }

  /** The most probable label of each row of X (N, D): (N). */
  predict(X: Matrix): number[] {
    return this.labelsOf(this.decisionFunction(X));
  }

  /** The labels that logits Z, (N) or (N, K), stand for. */
  labelsOf(Z: NDArray): number[] {
    const position = Z.ndim === 1 ? np.greater(Z, 0) : np.argmax(Z, { axis: 1 });
    return Array.from(position.toTyped(), (k) => this.classes[k]);
  }
}

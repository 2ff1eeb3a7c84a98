import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { logisticGradient, ridge } from "./logistic-gradient.ts";
import { logisticLoss } from "./logistic-loss.ts";
import { logisticHessian } from "./newton.ts";
import type { Objective } from "./objective.ts";
import { rowBlocks } from "./row-blocks.ts";

/** What an objective is made of: X (N, D), sample weights (N) that sum to 1, the penalty's smooth part. */
export interface ObjectiveOptions {
  readonly X: NDArray;
  readonly sampleWeight: NDArray;
  /** Strength of the L2 penalty, see `penaltyStrengths`. */
  readonly l2: number;
  readonly fitIntercept: boolean;
}

/**
 * Mean log loss plus the L2 penalty as a function of theta (D + 1), coefficients first, then the
 * intercept: `sum_i s_i loss(x_i . w + b, y_i) + l2 / 2 |w|^2`. Classes y (N) are 0 and 1. Without an
 * intercept, b stays where it starts.
 */
export function binaryObjective(y: NDArray, options: ObjectiveOptions): Objective {
  const { X, sampleWeight, l2, fitIntercept } = options;
  const [rows, features] = X.shape;
  const logits = (some: NDArray, theta: NDArray) =>
    np.add(np.matmul(some, theta.at(":-1")), theta.get(-1));

  return {
    size: features + 1,
    evaluate(theta) {
      const penalty = ridge(theta, l2);
      const gradient = penalty.gradient.copy();
      // The scope's arrays, as long as X has rows, live in the kernels' memory and are freed at its end.
      const value = np.scope(() => {
        const z = logits(X, theta);
        const slope = logisticGradient(X, z, y, sampleWeight);
        np.add(gradient, slope, { out: gradient });
        return penalty.value + logisticLoss(z, y, sampleWeight);
      });
      if (!fitIntercept) gradient.set(0, -1);
      return { value, gradient };
    },
    hessian(theta) {
      const hessian = np.multiply(l2, np.eye(features + 1));
      hessian.set(0, -1, -1);
      for (const [from, to] of rowBlocks(rows, features)) {
        np.scope(() => {
          const block = X.at(`${from}:${to}`);
          const z = logits(block, theta);
          const part = logisticHessian(block, z, sampleWeight.at(`${from}:${to}`));
          np.add(hessian, part, { out: hessian });
        });
      }
      if (!fitIntercept) freeze(hessian);
      return hessian;
    },
  };
}

/** Cuts the last parameter off: its equation becomes `1 * d = 0`. */
function freeze(hessian: NDArray): void {
  hessian.set(0, -1);
  hessian.set(0, ":", -1);
  hessian.set(1, -1, -1);
}

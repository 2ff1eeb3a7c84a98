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
 * intercept: `sum_i s_i loss(x_i . w + b, y_i) + l2 / 2 |w|^2`. Classes y (N) are 0 and 1.
 *
 * It goes through X once an evaluation, block of rows by block of rows: logits and gradient of a block
 * are made while the block is in the cache. Without an intercept, b stays where it starts.
 */
export function binaryObjective(y: NDArray, options: ObjectiveOptions): Objective {
  const { X, sampleWeight, l2, fitIntercept } = options;
  const [rows, features] = X.shape;
  const blocks = rowBlocks(rows, features).map(([from, to]) => ({
    X: X.at(`${from}:${to}`),
    y: y.at(`${from}:${to}`),
    sampleWeight: sampleWeight.at(`${from}:${to}`),
  }));
  const logits = (block: NDArray, theta: NDArray) =>
    np.add(np.matmul(block, theta.at(":-1")), theta.get(-1));

  return {
    size: features + 1,
    evaluate(theta) {
      const penalty = ridge(theta, l2);
      let value = penalty.value;
      const gradient = penalty.gradient.copy();
      for (const block of blocks) {
        const z = logits(block.X, theta);
        value += logisticLoss(z, block.y, block.sampleWeight);
        np.add(gradient, logisticGradient(block.X, z, block.y, block.sampleWeight), {
          out: gradient,
        });
      }
      if (!fitIntercept) gradient.set(0, -1);
      return { value, gradient };
    },
    hessian(theta) {
      const hessian = np.multiply(l2, np.eye(features + 1));
      hessian.set(0, -1, -1);
      for (const block of blocks) {
        const z = logits(block.X, theta);
        np.add(hessian, logisticHessian(block.X, z, block.sampleWeight), { out: hessian });
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

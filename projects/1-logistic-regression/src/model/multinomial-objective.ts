import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { ObjectiveOptions } from "./binary-objective.ts";
import { ridge } from "./logistic-gradient.ts";
import type { Objective } from "./objective.ts";
import { rowBlocks } from "./row-blocks.ts";
import { softmax, softmaxGradient } from "./softmax.ts";

/**
 * Mean cross-entropy plus the L2 penalty as a function of theta (K * (D + 1)), for each class its D
 * coefficients and then its intercept: `sum_i s_i -log softmax(W x_i + b)[y_i] + l2 / 2 |W|^2`.
 * Classes are one-hot: Y (N, K). Every class has its own coefficients (the symmetric form): adding the
 * same to all classes changes no probability, and from a start of zeros they sum to zero.
 */
export function multinomialObjective(Y: NDArray, options: ObjectiveOptions): Objective {
  const { X, sampleWeight, l2, fitIntercept } = options;
  const [rows, features] = X.shape;
  const classes = Y.shape[1];
  const width = features + 1;
  const logits = (some: NDArray, theta: NDArray) =>
    np.add(np.matmul(some, theta.at(":", ":-1").T), theta.at(":", -1));

  return {
    size: classes * width,
    evaluate(flat) {
      const theta = flat.reshape([classes, width]);
      let value = 0;
      const gradient = np.zeros([classes, width]);
      for (let k = 0; k < classes; k++) {
        const penalty = ridge(theta.at(k), l2);
        value += penalty.value;
        gradient.set(penalty.gradient, k);
      }
      // The scope's arrays, as long as X has rows, live in the kernels' memory and are freed at its end.
      value += np.scope(() => {
        const Z = logits(X, theta);
        np.add(gradient, softmaxGradient(X, Z, Y, sampleWeight), { out: gradient });
        return crossEntropy(Z, Y, sampleWeight);
      });
      if (!fitIntercept) gradient.set(0, ":", -1);
      return { value, gradient: gradient.reshape([-1]) };
    },
    hessian(flat) {
      const theta = flat.reshape([classes, width]);
      const hessian = np.zeros([classes, width, classes, width]);
      for (const [from, to] of rowBlocks(rows, features)) {
        const block = X.at(`${from}:${to}`);
        const weight = sampleWeight.at(`${from}:${to}`);
        const P = softmax(logits(block, theta));
        const A = np.concatenate([block, np.ones([to - from, 1])], { axis: 1 });
        for (let k = 0; k < classes; k++) {
          for (let j = 0; j <= k; j++) {
            const pj = P.at(":", j);
            const same = j === k ? np.subtract(1, pj) : np.negative(pj);
            const curvature = np.multiply(weight, np.multiply(P.at(":", k), same));
            const part = np.matmul(A.T, np.multiply(A, curvature.reshape([-1, 1])));
            hessian.set(np.add(hessian.at(k, ":", j), part), k, ":", j);
          }
        }
      }
      for (let k = 0; k < classes; k++) {
        for (let j = 0; j < k; j++) hessian.set(hessian.at(k, ":", j), j, ":", k);
        for (let d = 0; d < features; d++) {
          hessian.set(hessian.get(k, d, k, d) + l2, k, d, k, d);
        }
      }
      pinSumOfClasses(hessian, l2 > 0);
      if (!fitIntercept) freezeIntercepts(hessian);
      return hessian.reshape([classes * width, classes * width]);
    },
  };
}

/** `sum_i s_i (logsumexp(Z_i) - Z_i[y_i])` for logits Z (N, K) and one-hot classes Y (N, K). */
function crossEntropy(Z: NDArray, Y: NDArray, sampleWeight: NDArray): number {
  const own = np.sum(np.multiply(Z, Y), { axis: 1 });
  return np.dot(sampleWeight, np.subtract(np.logsumexp(Z, { axis: 1 }), own));
}

/**
 * Makes the Hessian (K, P, K, P) regular: moving all classes alike changes nothing, so the Hessian is
 * zero in that direction, and so is the gradient; any curvature there leaves Newton's step as it is.
 * With an L2 penalty only the intercepts need it.
 */
function pinSumOfClasses(hessian: NDArray, onlyIntercepts: boolean): void {
  const [classes, width] = hessian.shape;
  for (let d = onlyIntercepts ? width - 1 : 0; d < width; d++) {
    const size = hessian.get(0, d, 0, d);
    for (let k = 0; k < classes; k++) {
      for (let j = 0; j < classes; j++) hessian.set(hessian.get(k, d, j, d) + size, k, d, j, d);
    }
  }
}

/** Cuts the intercepts off: their equations become `1 * d = 0`. */
function freezeIntercepts(hessian: NDArray): void {
  const classes = hessian.shape[0];
  for (let k = 0; k < classes; k++) {
    hessian.set(0, k, -1);
    hessian.set(0, ":", ":", k, -1);
  }
  for (let k = 0; k < classes; k++) hessian.set(1, k, -1, k, -1);
}

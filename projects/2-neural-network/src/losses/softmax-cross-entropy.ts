// N samples, K classes.
import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

export interface LossAndGradient {
  /** Mean loss over the batch, in nats. */
  loss: number;
  /** (N, K) gradient of `loss` with respect to the logits. */
  dLogits: NDArray;
}

/**
 * Logarithm of the softmax of each row, without overflow: `z - max(z) - ln Σₖ exp(zₖ - max(z))`.
 *
 * @param logits (N, K)
 * @returns (N, K)
 */
export function logSoftmax(logits: NDArray): NDArray {
  //#region solution 2.5 log-softmax that cannot overflow
  const shifted = np.subtract(logits, np.max(logits, { axis: 1, keepdims: true }));
  const total = np.sum(np.exp(shifted), { axis: 1, keepdims: true });
  return np.subtract(shifted, np.log(total));
  //#endregion
}

/**
 * Softmax cross-entropy against target distributions, loss and gradient at once:
 *
 * `loss = -1/N Σₙ Σₖ tₙₖ ln pₙₖ`, `dLogits = (p - t) / N`, with `p = softmax(logits)`.
 *
 * @param logits (N, K)
 * @param targets (N, K), rows that sum to 1: one-hot, smoothed or mixed labels
 */
export function softmaxCrossEntropy(logits: NDArray, targets: NDArray): LossAndGradient {
  //#region solution 2.5 softmax cross-entropy, loss and gradient
  const count = logits.shape[0];
  const logProbabilities = logSoftmax(logits);
  const loss = -np.sum(np.multiply(targets, logProbabilities)) / count;
  const dLogits = np.divide(np.subtract(np.exp(logProbabilities), targets), count);
  return { loss, dLogits };
  //#endregion
}

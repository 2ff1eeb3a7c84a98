import type { NDArray } from "@ml-roadmap/ndarray";
import type { Layer, Mode } from "../layers/layer.ts";
import { softmaxCrossEntropy } from "../losses/softmax-cross-entropy.ts";

/**
 * Loss of one batch, and the gradient of every parameter.
 *
 * @param x the batch, as the network takes it
 * @param targets (N, K) rows that sum to 1
 * @returns the mean loss and the logits (N, K)
 */
export function lossAndGradients(
  network: Layer,
  x: NDArray,
  targets: NDArray,
  mode: Mode,
): { loss: number; logits: NDArray } {
  //#region solution 2.10 forward, loss, backward
  const logits = network.forward(x, mode);
  const { loss, dLogits } = softmaxCrossEntropy(logits, targets);
  network.backward(dLogits);
  return { loss, logits };
  //#endregion
}

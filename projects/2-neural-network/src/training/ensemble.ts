import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { fractionRight, type Evaluation } from "./evaluate.ts";

/**
 * Several networks as one: the mean of their probabilities, which is surer than any one of them
 * where they agree and unsure where they do not (Lakshminarayanan et al. 2017).
 *
 * @param members evaluations of the same N images
 * @param labels (N)
 */
export function ensemble(members: readonly Evaluation[], labels: ArrayLike<number>): Evaluation {
  const sum = members
    .map(({ probabilities }) => probabilities)
    .reduce((a: NDArray, b: NDArray) => np.add(a, b));
  const probabilities = np.divide(sum, members.length);
  let loss = 0;
  for (let n = 0; n < labels.length; n++) {
    // The smallest float32 stands for a probability that was rounded to 0.
    loss -= Math.log(Math.max(probabilities.get(n, labels[n]), 2 ** -126)) / labels.length;
  }
  return { probabilities, loss, accuracy: fractionRight(probabilities, labels) };
}

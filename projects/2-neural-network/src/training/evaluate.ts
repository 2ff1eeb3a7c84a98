import { argmax, exp, randomGenerator, scope, zeros, type NDArray } from "@ml-roadmap/ndarray";
import { CLASSES, type Split } from "../data/dataset.ts";
import { toInput } from "../data/scale.ts";
import type { Layer } from "../layers/layer.ts";
import { logSoftmax } from "../losses/softmax-cross-entropy.ts";

/** Images per forward pass: large enough for fast products, small enough for the memory. */
const BATCH = 500;

/** Fraction of rows whose largest logit is the label's. */
export function fractionRight(logits: NDArray, labels: ArrayLike<number>): number {
  const predictions = argmax(logits, { axis: 1 });
  let right = 0;
  for (let n = 0; n < labels.length; n++) if (predictions.get(n) === labels[n]) right++;
  return right / labels.length;
}

/** What a network makes of a set of images. */
export interface Evaluation {
  /** (N, K) probabilities. */
  probabilities: NDArray;
  /** Mean cross-entropy, nats. */
  loss: number;
  accuracy: number;
}

/** Runs a network over a set of images in evaluation mode. */
export function evaluate(network: Layer, split: Split): Evaluation {
  const count = split.labels.length;
  const mode = { training: false, random: randomGenerator(0) };
  const logProbabilities = zeros([count, CLASSES], { dtype: "float32" });
  for (let start = 0; start < count; start += BATCH) {
    const rows = Int32Array.from({ length: Math.min(BATCH, count - start) }, (_, i) => start + i);
    scope(() => {
      const rowsOut = logSoftmax(network.forward(toInput(split, rows), mode));
      logProbabilities.set(rowsOut, `${start}:${start + rows.length}`);
    });
  }
  let loss = 0;
  for (let n = 0; n < count; n++) loss -= logProbabilities.get(n, split.labels[n]) / count;
  const accuracy = fractionRight(logProbabilities, split.labels);
  return { probabilities: exp(logProbabilities), loss, accuracy };
}

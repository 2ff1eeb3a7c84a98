import type { WeightOptions } from "./accuracy.ts";
import { checkSameLength, readLabels, readProbabilities, readWeights } from "./input.ts";
import type { Vector } from "./input.ts";
import { binarize } from "./labels.ts";

export interface BinaryOptions extends WeightOptions {
  /** Default 1 with labels 0 and 1, or -1 and 1; other labels need it. */
  readonly positiveLabel?: number;
}

/**
 * The mean squared error of probabilities: `mean((proba - [yTrue is positive])^2)`, from 0 (best) to 1.
 *
 * Throws `RangeError` on empty, unequal or non-finite input and on probabilities outside [0, 1].
 */
export function brierScore(
  yTrue: Vector,
  proba: Vector,
  { sampleWeight, positiveLabel }: BinaryOptions = {},
): number {
  const truth = readLabels("brierScore: yTrue", yTrue);
  const p = readProbabilities("brierScore: proba", proba);
  checkSameLength("brierScore", { yTrue: truth.length, proba: p.length });
  const weights = readWeights("brierScore", sampleWeight, truth.length);
  const positive = binarize("brierScore", truth, positiveLabel);
  let loss = 0;
  let all = 0;
  for (let i = 0; i < p.length; i++) {
    loss += weights[i] * (p[i] - positive[i]) ** 2;
    all += weights[i];
  }
  return loss / all;
}

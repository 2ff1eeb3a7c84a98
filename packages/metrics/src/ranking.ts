import type { BinaryOptions } from "./brier-score.ts";
import { checkSameLength, readLabels, readVector, readWeights } from "./input.ts";
import type { Vector } from "./input.ts";
import { binarize } from "./labels.ts";

/** What is predicted positive as the threshold falls from one distinct score to the next. */
export interface Ranking {
  /** The distinct scores, descending; a sample is positive when its score is >= the threshold. */
  readonly thresholds: Float64Array;
  /** Weight of the negatives and of the positives at or above each threshold. */
  readonly falsePositives: Float64Array;
  readonly truePositives: Float64Array;
}

/** Sorts by score and accumulates; ties fall together, samples of weight 0 are left out. */
export function rank(
  metric: string,
  yTrue: Vector,
  score: Vector,
  { sampleWeight, positiveLabel }: BinaryOptions,
): Ranking {
  const truth = readLabels(`${metric}: yTrue`, yTrue);
  const scores = readVector(`${metric}: score`, score);
  checkSameLength(metric, { yTrue: truth.length, score: scores.length });
  const weights = readWeights(metric, sampleWeight, truth.length);
  return accumulate(binarize(metric, truth, positiveLabel), scores, weights);
}

/** As `rank`, for input that has been read: `positive` is 0 or 1. */
export function accumulate(
  positive: Uint8Array,
  scores: Float64Array,
  weights: Float64Array,
): Ranking {
  const order = Uint32Array.from(scores.keys())
    .filter((i) => weights[i] > 0)
    // Ties from the last to the first: scikit-learn's order, so that sums of weights round alike.
    .sort((i, j) => scores[j] - scores[i] || j - i);
  const thresholds = new Float64Array(order.length);
  const falsePositives = new Float64Array(order.length);
  const truePositives = new Float64Array(order.length);
  let [fp, tp, count] = [0, 0, 0];
  for (let r = 0; r < order.length; r++) {
    const i = order[r];
    if (positive[i] === 1) tp += weights[i];
    else fp += weights[i];
    if (r + 1 < order.length && scores[order[r + 1]] === scores[i]) continue;
    thresholds[count] = scores[i];
    falsePositives[count] = fp;
    truePositives[count] = tp;
    count++;
  }
  return {
    thresholds: thresholds.subarray(0, count),
    falsePositives: falsePositives.subarray(0, count),
    truePositives: truePositives.subarray(0, count),
  };
}

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
  const thresholds = distinctDescending(scores.filter((_, i) => weights[i] > 0));
  const falsePositives = new Float64Array(thresholds.length);
  const truePositives = new Float64Array(thresholds.length);
  for (let i = 0; i < scores.length; i++) {
    // A sample of weight 0 may have no place of its own, but adds nothing to whichever it finds.
    const counts = positive[i] === 1 ? truePositives : falsePositives;
    counts[positionOf(scores[i], thresholds)] += weights[i];
  }
  for (let r = 1; r < thresholds.length; r++) {
    falsePositives[r] += falsePositives[r - 1];
    truePositives[r] += truePositives[r - 1];
  }
  return { thresholds, falsePositives, truePositives };
}

/** Sorts in place: without a comparison function that is several times faster than an argsort. */
function distinctDescending(values: Float64Array): Float64Array {
  values.sort();
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (i === 0 || values[i] !== values[i - 1]) values[count++] = values[i];
  }
  return values.subarray(0, count).reverse();
}

/** Where `value` stands in a descending array that holds it. */
function positionOf(value: number, descending: Float64Array): number {
  let low = 0;
  let high = descending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (descending[middle] > value) low = middle + 1;
    else high = middle;
  }
  return low;
}

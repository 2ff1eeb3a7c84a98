import type { BinaryOptions } from "./brier-score.ts";
import type { Vector } from "./input.ts";
import { rank } from "./ranking.ts";

export interface PrecisionRecallCurve {
  /** One more element than `thresholds`: the last is 1, where nothing is predicted positive. */
  readonly precision: Float64Array;
  /** Descending; the last is 0. */
  readonly recall: Float64Array;
  /** The distinct scores, ascending; positive means score >= threshold. */
  readonly thresholds: Float64Array;
}

/**
 * Precision and recall at every distinct score.
 *
 * Without a positive sample, recall is taken as 1. Throws `RangeError` on empty, unequal or non-finite
 * input and when the positive label is not clear.
 */
export function precisionRecallCurve(
  yTrue: Vector,
  score: Vector,
  options: BinaryOptions = {},
): PrecisionRecallCurve {
  return curve("precisionRecallCurve", yTrue, score, options);
}

/**
 * The area under the precision-recall curve as a sum of steps, `sum((R_n - R_{n-1}) P_n)`: between two
 * thresholds nothing is interpolated, which would be too optimistic. 0 without a positive sample.
 */
export function averagePrecision(
  yTrue: Vector,
  score: Vector,
  options: BinaryOptions = {},
): number {
  const { precision, recall } = curve("averagePrecision", yTrue, score, options);
  let sum = 0;
  for (let i = 0; i + 1 < recall.length; i++) sum += (recall[i] - recall[i + 1]) * precision[i];
  return sum;
}

function curve(metric: string, yTrue: Vector, score: Vector, options: BinaryOptions) {
  const ranking = rank(metric, yTrue, score, options);
  const [thresholds, fp, tp] = [
    ranking.thresholds.toReversed(),
    ranking.falsePositives.toReversed(),
    ranking.truePositives.toReversed(),
  ];
  const positives = tp[0];
  const precision = new Float64Array(tp.length + 1).fill(1);
  const recall = new Float64Array(tp.length + 1);
  for (let i = 0; i < tp.length; i++) {
    precision[i] = tp[i] / (tp[i] + fp[i]);
    recall[i] = positives === 0 ? 1 : tp[i] / positives;
  }
  return { precision, recall, thresholds };
}

import type { BinaryOptions } from "./brier-score.ts";
import type { Vector } from "./input.ts";
import { rank } from "./ranking.ts";
import type { Ranking } from "./ranking.ts";

export interface RocCurve {
  /** False positive rate `FP / negatives`, ascending. */
  readonly fpr: Float64Array;
  /** True positive rate `TP / positives`, ascending. */
  readonly tpr: Float64Array;
  /** Positive means score >= threshold; the first is Infinity, where nothing is. */
  readonly thresholds: Float64Array;
}

export interface RocOptions extends BinaryOptions {
  /** Leave out points on a straight line between their neighbours; default true. */
  readonly dropIntermediate?: boolean;
}

/**
 * The receiver operating characteristic of a binary score, from (0, 0) to (1, 1).
 *
 * With one class only, the rate that has no samples is NaN at every point. Throws `RangeError` on empty,
 * unequal or non-finite input and when the positive label is not clear.
 */
export function rocCurve(yTrue: Vector, score: Vector, options: RocOptions = {}): RocCurve {
  const { dropIntermediate = true } = options;
  const ranking = rank("rocCurve", yTrue, score, options);
  const { thresholds, falsePositives, truePositives } = dropIntermediate
    ? corners(ranking)
    : ranking;
  const all = new Float64Array(thresholds.length + 1).fill(Infinity, 0, 1);
  all.set(thresholds, 1);
  return { fpr: rates(falsePositives), tpr: rates(truePositives), thresholds: all };
}

/** The area under the ROC curve by trapezoids; NaN when a class has no samples. */
export function areaUnderRoc({ falsePositives, truePositives }: Ranking): number {
  const last = falsePositives.length - 1;
  const all = falsePositives[last] * truePositives[last];
  let area = 0;
  let [fp, tp] = [0, 0];
  for (let i = 0; i <= last; i++) {
    area += ((falsePositives[i] - fp) * (truePositives[i] + tp)) / 2;
    [fp, tp] = [falsePositives[i], truePositives[i]];
  }
  return all === 0 ? NaN : area / all;
}

/** Counts as shares of their last, after a leading 0. */
function rates(counts: Float64Array): Float64Array {
  const all = counts[counts.length - 1];
  const result = new Float64Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) result[i + 1] = counts[i] / all;
  return all === 0 ? result.fill(NaN) : result;
}

function corners({ thresholds, falsePositives: fp, truePositives: tp }: Ranking): Ranking {
  const last = fp.length - 1;
  const keep = (_: number, i: number) => i === 0 || i === last || bends(fp, i) || bends(tp, i);
  return {
    thresholds: thresholds.filter(keep),
    falsePositives: fp.filter(keep),
    truePositives: tp.filter(keep),
  };
}

function bends(counts: Float64Array, i: number): boolean {
  return counts[i + 1] - counts[i] !== counts[i] - counts[i - 1];
}

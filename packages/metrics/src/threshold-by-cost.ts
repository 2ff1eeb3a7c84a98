import type { BinaryOptions } from "./brier-score.ts";
import type { Vector } from "./input.ts";
import { rank } from "./ranking.ts";

export interface Costs {
  /** What it costs to call a negative positive; >= 0. */
  readonly falsePositive: number;
  /** What it costs to miss a positive; >= 0. */
  readonly falseNegative: number;
}

export interface ThresholdChoice {
  /** Predict positive when score >= threshold; Infinity: never. */
  readonly threshold: number;
  /** The cost of all samples together. */
  readonly cost: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/**
 * The threshold with the lowest `falsePositive * FP + falseNegative * FN` on these samples.
 *
 * Every distinct score and Infinity are tried; among equals the highest is chosen. For calibrated
 * probabilities it tends to `falsePositive / (falsePositive + falseNegative)`. Choose it on validation
 * data: on the training part it is too good. Throws `RangeError` on negative costs and as `rocCurve`.
 */
export function thresholdByCost(
  yTrue: Vector,
  score: Vector,
  costs: Costs,
  options: BinaryOptions = {},
): ThresholdChoice {
  const { falsePositive, falseNegative } = costs;
  if (!(
    falsePositive >= 0 &&
    falseNegative >= 0 &&
    Number.isFinite(falsePositive + falseNegative)
  )) {
    throw new RangeError(
      `thresholdByCost: costs must be finite and >= 0, found ${falsePositive} and ${falseNegative}`,
    );
  }
  const ranking = rank("thresholdByCost", yTrue, score, options);
  const { thresholds, falsePositives, truePositives } = ranking;
  const positives = truePositives[truePositives.length - 1];
  const at = (threshold: number, fp: number, tp: number): ThresholdChoice => ({
    threshold,
    cost: falsePositive * fp + falseNegative * (positives - tp),
    falsePositives: fp,
    falseNegatives: positives - tp,
  });
  let best = at(Infinity, 0, 0);
  for (let i = 0; i < thresholds.length; i++) {
    const choice = at(thresholds[i], falsePositives[i], truePositives[i]);
    // Sums of equal costs may differ by rounding: among equals the highest threshold stays.
    if (choice.cost < best.cost * (1 - 1e-12)) best = choice;
  }
  return best;
}

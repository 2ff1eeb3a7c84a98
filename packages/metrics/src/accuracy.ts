import { countByClass, marginals, total } from "./confusion-matrix.ts";
import { checkSameLength, readLabels, readWeights } from "./input.ts";
import type { Vector } from "./input.ts";

export interface WeightOptions {
  /** (N) weights, >= 0. */
  readonly sampleWeight?: Vector;
}

/**
 * The share of samples whose label is predicted: `sum(w [yTrue = yPred]) / sum(w)`.
 *
 * Throws `RangeError` on empty, unequal, non-integer or non-finite input.
 */
export function accuracy(
  yTrue: Vector,
  yPred: Vector,
  { sampleWeight }: WeightOptions = {},
): number {
  const truth = readLabels("accuracy: yTrue", yTrue);
  const predicted = readLabels("accuracy: yPred", yPred);
  checkSameLength("accuracy", { yTrue: truth.length, yPred: predicted.length });
  const weights = readWeights("accuracy", sampleWeight, truth.length);
  let right = 0;
  let all = 0;
  for (let i = 0; i < truth.length; i++) {
    if (truth[i] === predicted[i]) right += weights[i];
    all += weights[i];
  }
  return right / all;
}

/**
 * The mean recall of the classes in `yTrue`: accuracy as if all were equally frequent.
 *
 * `adjusted` puts chance at 0: `(score - 1/K) / (1 - 1/K)`, NaN for a single class. Throws as `accuracy`.
 */
export function balancedAccuracy(
  yTrue: Vector,
  yPred: Vector,
  { sampleWeight, adjusted = false }: WeightOptions & { readonly adjusted?: boolean } = {},
): number {
  const { matrix } = countByClass("balancedAccuracy", yTrue, yPred, { sampleWeight });
  const { rows } = marginals(matrix);
  const recalls = matrix.map((row, k) => row[k] / rows[k]).filter((_, k) => rows[k] > 0);
  const score = total(recalls) / recalls.length;
  if (!adjusted) return score;
  const chance = 1 / recalls.length;
  return (score - chance) / (1 - chance);
}

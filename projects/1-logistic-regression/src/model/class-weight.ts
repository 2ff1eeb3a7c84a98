import { fromTyped } from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/** "balanced", or a weight for each class; a class that is not named weighs 1. */
export type ClassWeight = "balanced" | ReadonlyMap<number, number>;

/**
 * Weight of each sample (N): its own times its class's. A balanced class of n samples weighs
 * `N / (K n)`, as in scikit-learn: counts of samples, whatever they weigh themselves.
 *
 * `classIndex` (N) holds positions in `classes` (K). Throws RangeError for weights that are not finite and >= 0, that
 * are of no class, or that leave nothing to fit.
 */
export function totalSampleWeight(
  classIndex: ArrayLike<number>,
  classes: readonly number[],
  sampleWeight: ArrayLike<number> | undefined,
  classWeight: ClassWeight | undefined,
): NDArray {
  if (classWeight instanceof Map) checkClassWeight(classWeight, classes);
  const counts = new Array<number>(classes.length).fill(0);
  for (let i = 0; i < classIndex.length; i++) counts[classIndex[i]]++;
  const factor = classes.map((label, k) => {
    if (classWeight === "balanced") return classIndex.length / (classes.length * counts[k]);
    return classWeight?.get(label) ?? 1;
  });
  const total = new Float64Array(classIndex.length);
  for (let i = 0; i < total.length; i++) {
    total[i] = (sampleWeight === undefined ? 1 : sampleWeight[i]) * factor[classIndex[i]];
  }
  return fromTyped(total, [total.length]);
}

function checkClassWeight(weights: ReadonlyMap<number, number>, classes: readonly number[]): void {
  const operation = "fitLogisticRegression: classWeight";
  for (const [label, weight] of weights) {
    if (!classes.includes(label)) {
      throw new RangeError(
        `${operation} names the class ${label}, which is not in y; there are ${classes.join(", ")}`,
      );
    }
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new RangeError(
        `${operation} must be finite and >= 0, found ${weight} for class ${label}`,
      );
    }
  }
  if (classes.every((label) => weights.get(label) === 0)) {
    throw new RangeError(`${operation} is 0 for every class; there is nothing to fit`);
  }
}

import { fromTyped } from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/** "balanced", or a weight for each class; a class that is not named weighs 1. */
export type ClassWeight = "balanced" | ReadonlyMap<number, number>;

/**
 * Weight of each sample (N): its own times its class's. A balanced class of n samples weighs
 * `N / (K n)`, as in scikit-learn: counts of samples, whatever they weigh themselves.
 *
 * `classIndex` (N) holds positions in `classes` (K).
 */
export function totalSampleWeight(
  classIndex: ArrayLike<number>,
  classes: readonly number[],
  sampleWeight: ArrayLike<number> | undefined,
  classWeight: ClassWeight | undefined,
): NDArray {
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

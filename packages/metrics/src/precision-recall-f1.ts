import { countByClass, marginals, total } from "./confusion-matrix.ts";
import type { Vector } from "./input.ts";

export type Average = "binary" | "macro" | "micro" | "weighted";

export interface ClassScoreOptions {
  /**
   * "binary" (default) scores the positive class; "macro" is the plain mean over classes, "weighted" the
   * mean by how frequent they are in `yTrue`, "micro" counts all classes together; null gives each.
   */
  readonly average?: Average | null;
  /** Default 1; for "binary" only. */
  readonly positiveLabel?: number;
  /** The classes to score, in this order; default: all that occur, ascending. Not for "binary". */
  readonly labels?: readonly number[];
  /** What 0/0 gives: 0 (default), 1, or NaN, which leaves the class out of an average. */
  readonly zeroDivision?: number;
  /** (N) weights, >= 0. */
  readonly sampleWeight?: Vector;
}

type OneNumber = ClassScoreOptions & { readonly average?: Average };
type EachClass = ClassScoreOptions & { readonly average: null };

/** Sums of weights for one class. */
interface Counts {
  readonly truePositives: number;
  readonly predicted: number;
  readonly actual: number;
}

/**
 * How much of what was predicted as a class belongs to it: `TP / (TP + FP)`.
 *
 * Throws `RangeError` on empty, unequal, non-integer or non-finite input, and for "binary" when there are
 * more than two labels or the positive one is not among two.
 */
export function precision(yTrue: Vector, yPred: Vector, options?: OneNumber): number;
export function precision(yTrue: Vector, yPred: Vector, options: EachClass): number[];
export function precision(yTrue: Vector, yPred: Vector, options: ClassScoreOptions = {}) {
  const { counts, average, zeroDivision } = classCounts("precision", yTrue, yPred, options);
  const each = counts.map((c) => divide(c.truePositives, c.predicted, zeroDivision));
  // With no actual sample in the classes every weight is 0: only what was predicted tells.
  const predicted = total(counts.map((c) => c.predicted));
  return combine(each, counts, average, predicted === 0 ? zeroDivision : 0);
}

/** How much of a class was found: `TP / (TP + FN)`. Options and errors as `precision`. */
export function recall(yTrue: Vector, yPred: Vector, options?: OneNumber): number;
export function recall(yTrue: Vector, yPred: Vector, options: EachClass): number[];
export function recall(yTrue: Vector, yPred: Vector, options: ClassScoreOptions = {}) {
  const { counts, average, zeroDivision } = classCounts("recall", yTrue, yPred, options);
  const each = counts.map((c) => divide(c.truePositives, c.actual, zeroDivision));
  return combine(each, counts, average, zeroDivision);
}

/**
 * The harmonic mean of precision and recall: `2 TP / (2 TP + FP + FN)`. Options and errors as
 * `precision`; 0/0 arises only for a class that neither occurs nor is predicted.
 */
export function f1(yTrue: Vector, yPred: Vector, options?: OneNumber): number;
export function f1(yTrue: Vector, yPred: Vector, options: EachClass): number[];
export function f1(yTrue: Vector, yPred: Vector, options: ClassScoreOptions = {}) {
  const { counts, average, zeroDivision } = classCounts("f1", yTrue, yPred, options);
  const each = counts.map((c) => divide(2 * c.truePositives, c.predicted + c.actual, zeroDivision));
  const predicted = total(counts.map((c) => c.predicted));
  return combine(each, counts, average, predicted === 0 ? zeroDivision : 0);
}

function classCounts(metric: string, yTrue: Vector, yPred: Vector, options: ClassScoreOptions) {
  const { average = "binary", positiveLabel = 1, zeroDivision = 0, sampleWeight } = options;
  const asked = average === "binary" ? [positiveLabel] : options.labels;
  const { labels, matrix, present } = countByClass(metric, yTrue, yPred, {
    labels: asked,
    sampleWeight,
  });
  if (average === "binary") checkBinary(metric, present, positiveLabel);
  const { rows, columns } = marginals(matrix);
  const counts = (asked ?? labels).map((label): Counts => {
    const k = labels.indexOf(label);
    return { truePositives: matrix[k][k], predicted: columns[k], actual: rows[k] };
  });
  return { counts: average === "micro" ? [together(counts)] : counts, average, zeroDivision };
}

function checkBinary(metric: string, present: readonly number[], positiveLabel: number) {
  if (present.length > 2) {
    throw new RangeError(
      `${metric}: ${present.length} labels, but average is "binary"; ` +
        `choose "macro", "micro", "weighted" or null`,
    );
  }
  if (present.length === 2 && !present.includes(positiveLabel)) {
    throw new RangeError(
      `${metric}: positiveLabel ${positiveLabel} is not among the labels ${present.join(", ")}`,
    );
  }
}

function together(counts: readonly Counts[]): Counts {
  return {
    truePositives: total(counts.map((c) => c.truePositives)),
    predicted: total(counts.map((c) => c.predicted)),
    actual: total(counts.map((c) => c.actual)),
  };
}

function divide(numerator: number, denominator: number, zeroDivision: number): number {
  return denominator === 0 ? zeroDivision : numerator / denominator;
}

/** `unweighable` is the weighted mean when no class that is scored has an actual sample. */
function combine(
  each: readonly number[],
  counts: readonly Counts[],
  average: Average | null,
  unweighable: number,
): number | number[] {
  if (average === null) return [...each];
  const weights = counts.map((c) => (average === "weighted" ? c.actual : 1));
  if (average === "weighted" && total(weights) === 0) return unweighable;
  const defined = each
    .map((score, k) => ({ score, weight: weights[k] }))
    .filter(({ score }) => !Number.isNaN(score));
  return (
    total(defined.map(({ score, weight }) => score * weight)) /
    total(defined.map(({ weight }) => weight))
  );
}

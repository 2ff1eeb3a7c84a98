import { checkSameLength, readLabels, readWeights } from "./input.ts";
import type { Vector } from "./input.ts";
import { distinctLabels } from "./labels.ts";

// N samples, K classes.

export interface ConfusionMatrixOptions {
  /** Rows and columns in this order; samples with other labels are left out. Default: all, ascending. */
  readonly labels?: readonly number[];
  /** (N) weights, >= 0. */
  readonly sampleWeight?: Vector;
  /** Divide by the sums of the rows ("true"), of the columns ("pred") or of everything. */
  readonly normalize?: "true" | "pred" | "all";
}

/**
 * Counts samples by class: row = true label, column = predicted label. `(K, K)`.
 *
 * A normalised row, column or matrix without samples is 0. Throws `RangeError` on empty, unequal,
 * non-integer or non-finite input, and when no label of `labels` is in `yTrue`.
 */
export function confusionMatrix(
  yTrue: Vector,
  yPred: Vector,
  options: ConfusionMatrixOptions = {},
): number[][] {
  const { labels, matrix } = countByClass("confusionMatrix", yTrue, yPred, options);
  const wanted = options.labels ?? labels;
  if (!wanted.some((label) => matrix[labels.indexOf(label)].some((count) => count > 0))) {
    throw new RangeError(`confusionMatrix: no label of ${wanted.join(", ")} is in yTrue`);
  }
  const counts = wanted.map((row) =>
    wanted.map((column) => matrix[labels.indexOf(row)][labels.indexOf(column)]),
  );
  return normalized(counts, options.normalize);
}

/** The labels that occur (or are asked for), ascending, and the counts between them. */
export function countByClass(
  metric: string,
  yTrue: Vector,
  yPred: Vector,
  { labels: asked = [], sampleWeight }: ConfusionMatrixOptions,
) {
  const truth = readLabels(`${metric}: yTrue`, yTrue);
  const predicted = readLabels(`${metric}: yPred`, yPred);
  checkSameLength(metric, { yTrue: truth.length, yPred: predicted.length });
  const weights = readWeights(metric, sampleWeight, truth.length);
  if (new Set(asked).size !== asked.length) {
    throw new RangeError(`${metric}: labels repeat: ${asked.join(", ")}`);
  }
  const labels = distinctLabels(truth, predicted, Float64Array.from(asked));
  const position = new Map(labels.map((label, k) => [label, k]));
  const matrix = labels.map(() => labels.map(() => 0));
  for (let i = 0; i < truth.length; i++) {
    const row = position.get(truth[i]) ?? 0;
    const column = position.get(predicted[i]) ?? 0;
    matrix[row][column] += weights[i];
  }
  return { labels, matrix, present: distinctLabels(truth, predicted) };
}

/** The sums of the rows (by true label) and of the columns (by predicted label). */
export function marginals(matrix: readonly (readonly number[])[]) {
  const rows = matrix.map((row) => total(row));
  const columns = matrix.map((_, k) => total(matrix.map((row) => row[k])));
  return { rows, columns };
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function normalized(counts: number[][], by: ConfusionMatrixOptions["normalize"]): number[][] {
  if (by === undefined) return counts;
  const { rows, columns } = marginals(counts);
  const all = total(rows);
  return counts.map((row, i) =>
    row.map((count, k) => {
      const divisor = { true: rows[i], pred: columns[k], all }[by];
      return divisor === 0 ? 0 : count / divisor;
    }),
  );
}

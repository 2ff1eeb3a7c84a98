import type { WeightOptions } from "./accuracy.ts";
import { countByClass, marginals, total } from "./confusion-matrix.ts";
import type { Vector } from "./input.ts";

/**
 * Matthews' correlation of true and predicted labels, for two classes or more; from -1 to 1, 0 is chance.
 *
 * `(n c - t.p) / sqrt((n^2 - t.t)(n^2 - p.p))` with `c` right, `t` and `p` the true and the predicted
 * class counts (Gorodkin 2004). 0 when all labels or all predictions are one class. Throws as `accuracy`.
 */
export function mcc(yTrue: Vector, yPred: Vector, { sampleWeight }: WeightOptions = {}): number {
  const { matrix } = countByClass("mcc", yTrue, yPred, { sampleWeight });
  const { rows, columns } = marginals(matrix);
  const n = total(rows);
  const right = total(matrix.map((row, k) => row[k]));
  const spread = (n * n - dot(rows, rows)) * (n * n - dot(columns, columns));
  // One class only makes this 0 exactly, or rounding around it.
  if (rows.filter((v) => v > 0).length < 2 || columns.filter((v) => v > 0).length < 2) return 0;
  return (n * right - dot(rows, columns)) / Math.sqrt(spread);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return total(a.map((value, k) => value * b[k]));
}

import { NDArray } from "@ml-roadmap/ndarray";
import type { WeightOptions } from "./accuracy.ts";
import {
  checkSameLength,
  isMatrix,
  readLabels,
  readProbabilities,
  readProbabilityRows,
  readWeights,
} from "./input.ts";
import type { Matrix, Vector } from "./input.ts";
import { binarize, columnLabels } from "./labels.ts";

export interface LogLossOptions extends WeightOptions {
  /** The labels that the K columns stand for; see below. */
  readonly labels?: readonly number[];
  /** For `(N)` probabilities: whose they are. Default 1 with labels 0 and 1, or -1 and 1. */
  readonly positiveLabel?: number;
}

/**
 * The mean of `-log(probability given to the true label)`, natural logarithm.
 *
 * `proba` is `(N)`, the probability of the positive label, or `(N, K)`, a column for each label: those in
 * `labels`, else the distinct ones of `yTrue` when there are K, else 0 to K-1. Probabilities are clipped to
 * `[eps, 1 - eps]` with eps 2.2e-16 (1.2e-7 for a float32 NDArray), so that a certain mistake costs 36.04
 * and not infinity; rows are then scaled to sum 1, as in scikit-learn.
 *
 * Throws `RangeError` on empty, unequal or non-finite input, on probabilities outside [0, 1], rows that do
 * not sum to 1, and labels that no column stands for.
 */
export function logLoss(
  yTrue: Vector,
  proba: Vector | Matrix,
  { sampleWeight, labels, positiveLabel }: LogLossOptions = {},
): number {
  const truth = readLabels("logLoss: yTrue", yTrue);
  const weights = readWeights("logLoss", sampleWeight, truth.length);
  const single = proba instanceof NDArray && proba.dtype === "float32";
  const eps = single ? 2 ** -23 : Number.EPSILON;
  const clip = (p: number) => Math.min(Math.max(p, eps), 1 - eps);
  const given = isMatrix(proba)
    ? givenToTrueColumn(truth, proba, labels, clip)
    : givenToTrueSide(truth, proba, positiveLabel, clip);
  let loss = 0;
  let all = 0;
  for (let i = 0; i < truth.length; i++) {
    loss -= weights[i] * Math.log(given[i]);
    all += weights[i];
  }
  return loss / all;
}

function givenToTrueSide(
  truth: Float64Array,
  proba: Vector,
  positiveLabel: number | undefined,
  clip: (p: number) => number,
): Float64Array {
  const p = readProbabilities("logLoss: proba", proba);
  checkSameLength("logLoss", { yTrue: truth.length, proba: p.length });
  const positive = binarize("logLoss", truth, positiveLabel);
  return p.map((value, i) => (positive[i] === 1 ? clip(value) : 1 - clip(value)));
}

function givenToTrueColumn(
  truth: Float64Array,
  proba: Matrix,
  labels: readonly number[] | undefined,
  clip: (p: number) => number,
): Float64Array {
  const { data, rows, columns } = readProbabilityRows("logLoss: proba", proba);
  checkSameLength("logLoss", { yTrue: truth.length, proba: rows });
  const order = columnLabels("logLoss", truth, columns, labels);
  const column = new Map(order.map((label, k) => [label, k]));
  return truth.map((label, i) => {
    const row = data.subarray(i * columns, (i + 1) * columns).map(clip);
    return row[column.get(label) ?? 0] / row.reduce((sum, p) => sum + p, 0);
  });
}

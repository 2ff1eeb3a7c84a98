import {
  checkSameLength,
  isMatrix,
  readLabels,
  readProbabilities,
  readProbabilityRows,
} from "./input.ts";
import type { Matrix, Vector } from "./input.ts";
import { binarize, columnLabels } from "./labels.ts";
import { sortedQuantile } from "./quantile.ts";

export interface CalibrationOptions {
  /** Number of bins; default 5. */
  readonly bins?: number;
  /** Bins of equal width (default), or with about equally many samples. */
  readonly strategy?: "uniform" | "quantile";
  /** Default 1 with labels 0 and 1, or -1 and 1; other labels need it. */
  readonly positiveLabel?: number;
}

export interface CalibrationCurve {
  /** Share of positives in each bin that has samples. */
  readonly probTrue: Float64Array;
  /** Mean predicted probability there. */
  readonly probPred: Float64Array;
  /** How many samples fell there. */
  readonly counts: Float64Array;
}

/**
 * Predicted probabilities against observed frequencies; a calibrated model has `probTrue = probPred`.
 *
 * Throws `RangeError` on empty, unequal or non-finite input, probabilities outside [0, 1], and bins that
 * are no whole number above 0.
 */
export function calibrationCurve(
  yTrue: Vector,
  proba: Vector,
  options: CalibrationOptions = {},
): CalibrationCurve {
  const truth = readLabels("calibrationCurve: yTrue", yTrue);
  const p = readProbabilities("calibrationCurve: proba", proba);
  checkSameLength("calibrationCurve", { yTrue: truth.length, proba: p.length });
  const positive = binarize("calibrationCurve", truth, options.positiveLabel);
  return binned("calibrationCurve", positive, p, options);
}

export interface CalibrationErrorOptions extends CalibrationOptions {
  /** The labels that the K columns stand for; default as in `logLoss`. */
  readonly labels?: readonly number[];
}

/**
 * The mean gap between confidence and truth: `sum(n_b / N |probTrue_b - probPred_b|)` over bins, default
 * 10 (Naeini 2015; Guo 2017).
 *
 * `(N)` probabilities of the positive label are compared with how frequent it is; for `(N, K)` the highest
 * probability of a row is compared with how often its label is right. Throws as `calibrationCurve`.
 */
export function expectedCalibrationError(
  yTrue: Vector,
  proba: Vector | Matrix,
  { bins = 10, ...options }: CalibrationErrorOptions = {},
): number {
  const metric = "expectedCalibrationError";
  const truth = readLabels(`${metric}: yTrue`, yTrue);
  const { hit, confidence } = isMatrix(proba)
    ? topLabel(metric, truth, proba, options.labels)
    : {
        hit: binarize(metric, truth, options.positiveLabel),
        confidence: readProbabilities(`${metric}: proba`, proba),
      };
  checkSameLength(metric, { yTrue: truth.length, proba: confidence.length });
  const { probTrue, probPred, counts } = binned(metric, hit, confidence, { ...options, bins });
  let gap = 0;
  for (let b = 0; b < counts.length; b++) gap += counts[b] * Math.abs(probTrue[b] - probPred[b]);
  return gap / truth.length;
}

function topLabel(
  metric: string,
  truth: Float64Array,
  proba: Matrix,
  labels: readonly number[] | undefined,
) {
  const { data, rows, columns } = readProbabilityRows(`${metric}: proba`, proba);
  checkSameLength(metric, { yTrue: truth.length, proba: rows });
  const order = columnLabels(metric, truth, columns, labels);
  const hit = new Uint8Array(rows);
  const confidence = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const row = data.subarray(i * columns, (i + 1) * columns);
    confidence[i] = Math.max(...row);
    hit[i] = order[row.indexOf(confidence[i])] === truth[i] ? 1 : 0;
  }
  return { hit, confidence };
}

function binned(
  metric: string,
  positive: Uint8Array,
  p: Float64Array,
  { bins = 5, strategy = "uniform" }: CalibrationOptions,
): CalibrationCurve {
  if (!Number.isInteger(bins) || bins < 1) {
    throw new RangeError(`${metric}: bins must be a whole number above 0, found ${bins}`);
  }
  const inner = strategy === "uniform" ? uniformEdges(bins) : quantileEdges(p, bins);
  const counts = new Float64Array(bins);
  const sums = new Float64Array(bins);
  const hits = new Float64Array(bins);
  for (let i = 0; i < p.length; i++) {
    // A probability on an edge belongs to the bin below it.
    let b = 0;
    while (b < inner.length && inner[b] < p[i]) b++;
    counts[b]++;
    sums[b] += p[i];
    hits[b] += positive[i];
  }
  const filled = (_: number, b: number) => counts[b] > 0;
  return {
    probTrue: hits.map((hit, b) => hit / counts[b]).filter(filled),
    probPred: sums.map((sum, b) => sum / counts[b]).filter(filled),
    counts: counts.filter(filled),
  };
}

/** The edges between bins, rounded as `np.linspace` does. */
function uniformEdges(bins: number): number[] {
  return Array.from({ length: bins - 1 }, (_, i) => (i + 1) * (1 / bins));
}

function quantileEdges(p: Float64Array, bins: number): number[] {
  const sorted = p.toSorted();
  // Through percent and back, as np.percentile: the rounding decides on which side a sample falls.
  return uniformEdges(bins).map((q) => sortedQuantile(sorted, (q * 100) / 100));
}

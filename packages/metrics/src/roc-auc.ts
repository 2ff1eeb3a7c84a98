import type { BinaryOptions } from "./brier-score.ts";
import {
  checkSameLength,
  isMatrix,
  readLabels,
  readProbabilityRows,
  readWeights,
} from "./input.ts";
import type { Matrix, Rows, Vector } from "./input.ts";
import { columnLabels, isLabel } from "./labels.ts";
import { accumulate, rank } from "./ranking.ts";
import { areaUnderRoc } from "./roc.ts";

export interface RocAucOptions extends BinaryOptions {
  /** For `(N, K)`: each class against the rest (default), or every pair of classes. */
  readonly multiClass?: "ovr" | "ovo";
  /** The plain mean over classes or pairs (default), or by how frequent they are. */
  readonly average?: "macro" | "weighted";
  /** The labels that the K columns stand for; default as in `logLoss`. */
  readonly labels?: readonly number[];
}

/**
 * The area under the ROC curve: how probable it is that a positive scores above a negative (a tie counts
 * half). `score` is `(N)`, or `(N, K)` probabilities for more than two classes.
 *
 * NaN when a class has no samples, as there is nothing to compare. Throws `RangeError` as `rocCurve`; for
 * `(N, K)` also when rows are no probabilities; "ovo" takes no sample weights (Hand and Till 2001).
 */
export function rocAuc(yTrue: Vector, score: Vector | Matrix, options: RocAucOptions = {}): number {
  if (!isMatrix(score)) return areaUnderRoc(rank("rocAuc", yTrue, score, options));
  const { multiClass = "ovr", average = "macro", sampleWeight } = options;
  const truth = readLabels("rocAuc: yTrue", yTrue);
  const proba = readProbabilityRows("rocAuc: score", score);
  checkSameLength("rocAuc", { yTrue: truth.length, score: proba.rows });
  const labels = columnLabels("rocAuc", truth, proba.columns, options.labels);
  if (multiClass === "ovo" && sampleWeight !== undefined) {
    throw new RangeError('rocAuc: "ovo" takes no sampleWeight; use "ovr"');
  }
  const weights = readWeights("rocAuc", sampleWeight, truth.length);
  const parts = multiClass === "ovr" ? againstRest : pairs;
  const areas = parts(truth, proba, labels, weights);
  let sum = 0;
  let all = 0;
  for (const { area, prevalence } of areas) {
    const weight = average === "weighted" ? prevalence : 1;
    sum += weight * area;
    all += weight;
  }
  return sum / all;
}

interface Part {
  readonly area: number;
  /** Weight of the samples that it is about. */
  readonly prevalence: number;
}

function againstRest(
  truth: Float64Array,
  proba: Rows,
  labels: readonly number[],
  weights: Float64Array,
): Part[] {
  return labels.map((label, k) => {
    const positive = isLabel(truth, label);
    return {
      area: areaUnderRoc(accumulate(positive, column(proba, k), weights)),
      prevalence: weights.reduce((sum, weight, i) => sum + weight * positive[i], 0),
    };
  });
}

/** For classes a and b, among their samples: the mean of ranking a by its column and b by its own. */
function pairs(
  truth: Float64Array,
  proba: Rows,
  labels: readonly number[],
  weights: Float64Array,
): Part[] {
  return labels.flatMap((a, i) =>
    labels.slice(i + 1).map((b, rest): Part => {
      const mine = (_: number, n: number) => truth[n] === a || truth[n] === b;
      const own = truth.filter(mine);
      const ones = weights.filter(mine);
      const area = (label: number, k: number) =>
        areaUnderRoc(accumulate(isLabel(own, label), column(proba, k).filter(mine), ones));
      const prevalence = own.length;
      return { area: (area(a, i) + area(b, i + 1 + rest)) / 2, prevalence };
    }),
  );
}

function column({ data, rows, columns }: Rows, k: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => data[i * columns + k]);
}

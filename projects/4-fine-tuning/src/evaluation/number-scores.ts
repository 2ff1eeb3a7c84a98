import { bootstrapInterval } from "@ml-roadmap/metrics";
import type { Score } from "./score.ts";

type Numbers = ArrayLike<number>;

const replicates = 1000;

/** Scores of predicted numbers (N): Pearson's and Spearman's correlation, root mean squared and mean absolute error, with bootstrap intervals. */
export function numberScores(predicted: Numbers, targets: readonly number[]): Score[] {
  const scored = (
    name: string,
    metric: (a: Numbers, b: Numbers) => number,
    better: Score["better"],
  ): Score => {
    const value = metric(predicted, targets);
    // Constant predictions correlate with nothing, and no resample can tell more.
    if (Number.isNaN(value)) return { name, value: 0, better };
    const { low, high } = bootstrapInterval(metric, [Float64Array.from(predicted), targets], {
      replicates,
    });
    return { name, value, low, high, better };
  };
  return [
    scored("Pearson r", pearson, "higher"),
    scored("Spearman rho", spearman, "higher"),
    scored("RMSE", (a, b) => Math.sqrt(meanOf(a, b, (x, y) => (x - y) ** 2)), "lower"),
    scored("MAE", (a, b) => meanOf(a, b, (x, y) => Math.abs(x - y)), "lower"),
  ];
}

/** Pearson's correlation of a and b (N); NaN where one is constant. */
export function pearson(a: Numbers, b: Numbers): number {
  const [meanA, meanB] = [meanOf(a, a, (x) => x), meanOf(b, b, (x) => x)];
  const product = meanOf(a, b, (x, y) => (x - meanA) * (y - meanB));
  const spread = meanOf(a, a, (x) => (x - meanA) ** 2) * meanOf(b, b, (x) => (x - meanB) ** 2);
  return product / Math.sqrt(spread);
}

/** Spearman's correlation: Pearson's of the ranks, equal numbers sharing their mean rank. */
export function spearman(a: Numbers, b: Numbers): number {
  return pearson(ranks(a), ranks(b));
}

function ranks(values: Numbers): Float64Array {
  const order = Array.from(values, (_, i) => i).toSorted((i, j) => values[i] - values[j]);
  const result = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end]] === values[order[start]]) end++;
    for (let at = start; at < end; at++) result[order[at]] = (start + end + 1) / 2;
    start = end;
  }
  return result;
}

function meanOf(a: Numbers, b: Numbers, f: (x: number, y: number) => number): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += f(a[i], b[i]);
  return sum / a.length;
}

import {
  accuracy,
  bootstrapInterval,
  brierScore,
  expectedCalibrationError,
  f1,
  logLoss,
  mcc,
  wilsonInterval,
} from "@ml-roadmap/metrics";
import { argmaxRows } from "./predict.ts";
import type { Score } from "./score.ts";

// N texts, K classes.

const replicates = 1000;

/**
 * Scores of probabilities (N, K) for classes (N): accuracy (interval: Wilson), F1 of the second class where
 * there are two, macro F1 and MCC (intervals: bootstrap), log loss, Brier score and calibration error.
 */
export function classScores(
  probabilities: Float64Array,
  targets: readonly number[],
  classes: number,
): Score[] {
  const predicted = argmaxRows(probabilities, classes);
  const labels = Array.from({ length: classes }, (_, k) => k);
  const right = accuracy(targets, predicted);
  const rows = targets.map((_, i) => probabilities.subarray(i * classes, (i + 1) * classes));
  const resampled = (
    name: string,
    metric: (truth: ArrayLike<number>, guess: ArrayLike<number>) => number,
  ): Score => {
    const { estimate, low, high } = bootstrapInterval(metric, [targets, predicted], { replicates });
    return { name, value: estimate, low, high, better: "higher" };
  };
  return [
    {
      name: "accuracy",
      value: right,
      ...wilsonInterval(Math.round(right * targets.length), targets.length),
      better: "higher",
    },
    ...(classes === 2 ? [resampled("F1", (truth, guess) => f1(truth, guess))] : []),
    resampled("macro F1", (truth, guess) => f1(truth, guess, { average: "macro", labels })),
    resampled("MCC", (truth, guess) => mcc(truth, guess)),
    { name: "log loss", value: logLoss(targets, rows, { labels }), better: "lower" },
    {
      name: "Brier score",
      value:
        classes === 2
          ? brierScore(
              targets,
              rows.map(([, p]) => p),
            )
          : brier(rows, targets),
      better: "lower",
    },
    {
      name: "calibration error",
      value: expectedCalibrationError(targets, rows, { labels }),
      better: "lower",
    },
  ];
}

/** `mean_i sum_k (p_ik - [y_i = k])^2`, Brier's own form, from 0 to 2. */
function brier(rows: readonly Float64Array[], targets: readonly number[]): number {
  const losses = rows.map((row, i) =>
    row.reduce((sum, p, k) => sum + (p - Number(k === targets[i])) ** 2, 0),
  );
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}

import type { FittedLogisticRegression } from "../model/fitted-logistic-regression.ts";
import type { PathScore } from "../selection/cross-validate-path.ts";
import type { PathPoint } from "./results.ts";

/** Mean and standard error of each C's folds, beside the coefficients of its model; both in the order of the path. */
export function pathPoints(
  scores: readonly PathScore[],
  models: readonly FittedLogisticRegression[],
): PathPoint[] {
  return scores.map(({ C, losses, accuracies }, i) => {
    const logLoss = mean(losses);
    const variance =
      losses.reduce((sum, loss) => sum + (loss - logLoss) ** 2, 0) / (losses.length - 1);
    return {
      C,
      logLoss,
      error: Math.sqrt(variance / losses.length),
      accuracy: mean(accuracies),
      coef: Array.from(models[i].coef.toTyped()),
    };
  });
}

/** The position of the point with the lowest log loss. */
export function lowestLoss(points: readonly PathPoint[]): number {
  return points.reduce((best, { logLoss }, i) => (logLoss < points[best].logLoss ? i : best), 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { logisticLoss } from "../model/logistic-loss.ts";

/** Mean log loss of logits (N) against labels (N) of 0 and 1. */
export function meanLogLoss(logits: NDArray, labels: readonly number[]): number {
  const weight = np.full([labels.length], 1 / labels.length);
  return logisticLoss(logits, np.array(labels), weight);
}

/** Share of equal labels. */
export function accuracyOf(predicted: readonly number[], labels: readonly number[]): number {
  return predicted.filter((label, i) => label === labels[i]).length / labels.length;
}

import type { Score } from "./score.ts";

// N texts, K labels.

/**
 * Scores of probabilities (N, K) where several labels may hold at once; targets (N, K) are 0 and 1. A label is predicted from 0.5
 * on. Micro F1 counts all labels together, macro F1 is the mean over labels (0 for one that neither occurs
 * nor is predicted, as in scikit-learn); exact match asks for all labels of a text.
 */
export function labelScores(
  probabilities: Float64Array,
  targets: readonly (readonly number[])[],
): Score[] {
  const truth = targets.flat();
  const labels = targets[0].length;
  const counts = Array.from({ length: labels }, () => ({ hits: 0, predicted: 0, actual: 0 }));
  let [loss, squares] = [0, 0];
  for (const [e, y] of truth.entries()) {
    const p = probabilities[e];
    const guess = Number(p >= 0.5);
    const count = counts[e % labels];
    count.hits += y * guess;
    count.predicted += guess;
    count.actual += y;
    loss -= Math.log(Math.max(y === 1 ? p : 1 - p, Number.EPSILON));
    squares += (p - y) ** 2;
  }
  const all = counts.reduce((a, b) => ({
    hits: a.hits + b.hits,
    predicted: a.predicted + b.predicted,
    actual: a.actual + b.actual,
  }));
  const each = counts.map(f1Of);
  const exact = labelHits(probabilities, targets).reduce((a, b) => a + b, 0);
  return [
    { name: "micro F1", value: f1Of(all), better: "higher" },
    { name: "macro F1", value: each.reduce((a, b) => a + b) / labels, better: "higher" },
    { name: "exact match", value: exact / targets.length, better: "higher" },
    { name: "log loss", value: loss / truth.length, better: "lower" },
    { name: "Brier score", value: squares / truth.length, better: "lower" },
  ];
}

/** 1 for each text all of whose labels are predicted rightly: (N). */
export function labelHits(
  probabilities: Float64Array,
  targets: readonly (readonly number[])[],
): Uint8Array {
  return Uint8Array.from(targets, (labels, i) =>
    Number(labels.every((y, k) => Number(probabilities[i * labels.length + k] >= 0.5) === y)),
  );
}

function f1Of({
  hits,
  predicted,
  actual,
}: {
  hits: number;
  predicted: number;
  actual: number;
}): number {
  return predicted + actual === 0 ? 0 : (2 * hits) / (predicted + actual);
}

import { outputCount, type Example, type Task } from "../data/example.ts";
import { classScores } from "./class-scores.ts";
import { labelHits, labelScores } from "./label-scores.ts";
import { numberScores } from "./number-scores.ts";
import { argmaxRows } from "./predict.ts";
import { probabilitiesOf } from "./probabilities.ts";
import type { Score } from "./score.ts";

// N texts, K outputs.

/**
 * Scores of logits (N, K) for targets (N), those that belong to the task, the most telling first. Throws
 * RangeError for no texts, another number of logits, and logits that are not finite.
 */
export function scoresOf(
  logits: Float32Array,
  targets: readonly Example["target"][],
  task: Task,
  temperature = 1,
): Score[] {
  checkLogits(logits, targets, task);
  if (task.kind === "regression") return numberScores(logits, targets.map(Number));
  const probabilities = probabilitiesOf(logits, task, temperature);
  return task.kind === "classes"
    ? classScores(probabilities, targets.map(Number), outputCount(task))
    : labelScores(probabilities, targets.map(labelsOf));
}

/** How well each text was answered (N): 1 or 0 for right or wrong, for numbers minus the absolute error. */
export function hitsOf(
  logits: Float32Array,
  targets: readonly Example["target"][],
  task: Task,
): Float64Array {
  checkLogits(logits, targets, task);
  if (task.kind === "regression")
    return Float64Array.from(targets, (y, i) => -Math.abs(Number(y) - logits[i]));
  if (task.kind === "multi-label") {
    return Float64Array.from(labelHits(probabilitiesOf(logits, task), targets.map(labelsOf)));
  }
  const predicted = argmaxRows(logits, outputCount(task));
  return Float64Array.from(targets, (y, i) => Number(y === predicted[i]));
}

function labelsOf(target: Example["target"]): readonly number[] {
  return typeof target === "number" ? [target] : target;
}

function checkLogits(
  logits: Float32Array,
  targets: readonly Example["target"][],
  task: Task,
): void {
  const outputs = outputCount(task);
  if (targets.length === 0) throw new RangeError("scoresOf: there are no texts to score");
  if (logits.length !== targets.length * outputs) {
    throw new RangeError(
      `scoresOf: expected ${targets.length} x ${outputs} logits, found ${logits.length}`,
    );
  }
  const wrong = logits.findIndex((logit) => !Number.isFinite(logit));
  if (wrong >= 0) {
    throw new RangeError(
      `scoresOf: the model answers text ${Math.floor(wrong / outputs)} with ${logits[wrong]}; logits must be finite`,
    );
  }
}

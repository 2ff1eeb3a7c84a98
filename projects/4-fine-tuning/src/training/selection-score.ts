import { outputCount, type Example, type Task } from "../data/example.ts";
import { argmaxRows } from "../evaluation/predict.ts";

// N examples, K outputs.

/** What the best weights are chosen by, on the validation part; higher is better. */
export function selectionScore(
  task: Task,
  logits: Float32Array,
  examples: readonly Example[],
): number {
  if (task.kind === "classes") return accuracy(logits, examples, outputCount(task));
  if (task.kind === "multi-label") return microF1(logits, examples, outputCount(task));
  return -rootMeanSquaredError(logits, examples);
}

/** What the score is called, for people. */
export function scoreName(task: Task): string {
  if (task.kind === "classes") return "accuracy";
  return task.kind === "multi-label" ? "micro-F1" : "minus the root mean squared error";
}

function accuracy(logits: Float32Array, examples: readonly Example[], width: number): number {
  const answers = argmaxRows(logits, width);
  const hits = examples.filter(({ target }, row) => answers[row] === target);
  return hits.length / examples.length;
}

/** All labels of all examples together; a label is given when its logit is above 0. */
function microF1(logits: Float32Array, examples: readonly Example[], width: number): number {
  let [both, given, wanted] = [0, 0, 0];
  for (const [row, { target }] of examples.entries()) {
    for (let k = 0; k < width; k += 1) {
      const isGiven = logits[row * width + k] > 0;
      const isWanted = [target].flat()[k] === 1;
      if (isGiven && isWanted) both += 1;
      if (isGiven) given += 1;
      if (isWanted) wanted += 1;
    }
  }
  return given + wanted === 0 ? 1 : (2 * both) / (given + wanted);
}

function rootMeanSquaredError(logits: Float32Array, examples: readonly Example[]): number {
  const squares = examples.map(({ target }, row) => (logits[row] - Number(target)) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / examples.length);
}

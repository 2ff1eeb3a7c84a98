import { outputCount, type Example, type Task } from "../data/example.ts";
import { fitTemperature } from "./temperature.ts";

/**
 * The temperature of a task, fitted on validation logits (N, K): for classes as they are, for several
 * labels one temperature for all of them. 1 for a task that predicts a number.
 */
export function calibrate(
  logits: Float32Array,
  targets: readonly Example["target"][],
  task: Task,
): number {
  if (task.kind === "regression" || targets.length === 0) return 1;
  if (task.kind === "classes")
    return fitTemperature(logits, targets.map(Number), outputCount(task));
  // Whether a label is there is a choice between two classes with logits 0 and z.
  const pairs = Float32Array.from({ length: 2 * logits.length }, (_, e) =>
    e % 2 === 0 ? 0 : logits[e >> 1],
  );
  return fitTemperature(pairs, targets.flat(), 2);
}

import { outputCount, type Example, type Task } from "../data/example.ts";
import { fitTemperature, temperatureRange } from "./temperature.ts";

/**
 * The temperature of a task, fitted on validation logits (N, K): for classes as they are, for several
 * labels one temperature for all of them. 1 for a task that predicts a number, and where every validation text
 * is right: such texts cannot tell how sure to be, and the least loss would make the model sure of everything.
 */
export function calibrate(
  logits: Float32Array,
  targets: readonly Example["target"][],
  task: Task,
): number {
  if (task.kind === "regression" || targets.length === 0) return 1;
  const temperature =
    task.kind === "classes"
      ? fitTemperature(logits, targets.map(Number), outputCount(task))
      : fitTemperature(asPairs(logits), targets.flat(), 2);
  return temperature <= temperatureRange.low * (1 + 1e-5) ? 1 : temperature;
}

/** Whether a label is there is a choice between two classes with logits 0 and z. */
function asPairs(logits: Float32Array): Float32Array {
  return Float32Array.from({ length: 2 * logits.length }, (_, e) =>
    e % 2 === 0 ? 0 : logits[e >> 1],
  );
}

import { outputCount, type Task } from "../data/example.ts";

// N texts, K labels.

/**
 * Probabilities (N, K) of logits (N, K) divided by the temperature: softmax for classes, a sigmoid for
 * each of several labels. Throws RangeError for a task that predicts a number, or a bad temperature.
 */
export function probabilitiesOf(logits: Float32Array, task: Task, temperature = 1): Float64Array {
  if (task.kind === "regression")
    throw new RangeError("probabilitiesOf: a number has no probability");
  if (!(temperature > 0)) {
    throw new RangeError(`probabilitiesOf: temperature must be above 0, found ${temperature}`);
  }
  const z = Float64Array.from(logits, (logit) => logit / temperature);
  if (task.kind === "multi-label") return z.map(sigmoid);
  const labels = outputCount(task);
  for (let start = 0; start < z.length; start += labels)
    softmaxInPlace(z.subarray(start, start + labels));
  return z;
}

function sigmoid(z: number): number {
  const d = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : d) / (1 + d);
}

function softmaxInPlace(row: Float64Array): void {
  const most = row.reduce((a, b) => Math.max(a, b));
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += row[k] = Math.exp(row[k] - most);
  for (let k = 0; k < row.length; k++) row[k] /= sum;
}

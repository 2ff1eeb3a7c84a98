import { outputCount, type Example, type Task } from "../data/example.ts";

// N examples, K outputs.

/** The loss that training lowers, of logits `(N, K)`: cross-entropy in nats, of each label by itself for several, or the mean squared error. */
export function meanLoss(task: Task, logits: Float32Array, examples: readonly Example[]): number {
  const width = outputCount(task);
  const losses = examples.map(({ target }, row) => {
    const outputs = Array.from(logits.subarray(row * width, (row + 1) * width));
    if (task.kind === "classes") return crossEntropy(outputs, Number(target));
    const targets = [target].flat();
    const each = outputs.map((output, k) =>
      task.kind === "regression"
        ? (output - targets[k]) ** 2
        : Math.max(output, 0) - output * targets[k] + Math.log1p(Math.exp(-Math.abs(output))),
    );
    return each.reduce((sum, loss) => sum + loss, 0) / width;
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / examples.length;
}

function crossEntropy(logits: readonly number[], target: number): number {
  const top = Math.max(...logits);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - top), 0);
  return top + Math.log(sum) - logits[target];
}

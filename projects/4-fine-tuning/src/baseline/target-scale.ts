import type { Example, Task } from "../data/example.ts";

type Target = Example["target"];

/** How targets are put to a linear model, and its outputs read. */
export interface TargetScale {
  readonly apply: (examples: readonly Example[]) => Target[];
  readonly undo: (outputs: Float32Array) => Float32Array;
}

/** Numbers to predict are centred and divided by their deviation, so that C means the same for every unit. */
export function targetScale(task: Task, train: readonly Example[]): TargetScale {
  if (task.kind !== "regression") {
    return { apply: (examples) => examples.map(({ target }) => target), undo: (logits) => logits };
  }
  const numbers = train.map(({ target }) => Number(target));
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const variance = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length;
  const deviation = Math.sqrt(variance) || 1;
  return {
    apply: (examples) => examples.map(({ target }) => (Number(target) - mean) / deviation),
    undo: (outputs) => outputs.map((z) => z * deviation + mean),
  };
}

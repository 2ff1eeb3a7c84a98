import type { Example, Task } from "./example.ts";

type Target = Example["target"];

/** How targets are put to a model, and its outputs read: what is learnt is `(number - mean) / deviation`. */
export interface TargetScale {
  readonly mean: number;
  readonly deviation: number;
  readonly apply: (examples: readonly Example[]) => Target[];
  readonly undo: (outputs: Float32Array) => Float32Array;
}

/** Targets as they are. */
export const plainScale: TargetScale = {
  mean: 0,
  deviation: 1,
  apply: (examples) => examples.map(({ target }) => target),
  undo: (outputs) => outputs,
};

/**
 * Numbers to predict are centred and divided by their deviation, so that learning rates and penalties mean the same for
 * every unit; classes and labels stay as they are.
 */
export function targetScale(task: Task, train: readonly Example[]): TargetScale {
  if (task.kind !== "regression") return plainScale;
  const numbers = train.map(({ target }) => Number(target));
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const variance = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length;
  const deviation = Math.sqrt(variance) || 1;
  return {
    mean,
    deviation,
    apply: (examples) => examples.map(({ target }) => (Number(target) - mean) / deviation),
    undo: (outputs) => outputs.map((z) => z * deviation + mean),
  };
}

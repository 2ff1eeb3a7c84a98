import type { Value } from "./value.ts";

/** One differentiable step: its gradient builders, and how to do it again with other inputs (checkpointing). */
export type TapeEntry = {
  readonly inputs: readonly (Value | undefined)[];
  readonly outputs: readonly Value[];
  /** From the gradients of the outputs (undefined where the loss does not depend on one): a builder for each input. */
  readonly gradients: (
    outputs: readonly (Value | undefined)[],
  ) => readonly ((() => Value) | undefined)[];
  readonly replay: (inputs: readonly (Value | undefined)[]) => readonly Value[];
};

/** What a composite makes: its outputs, and how its inputs' gradients follow from theirs. */
export type Composite = Pick<TapeEntry, "outputs" | "gradients">;

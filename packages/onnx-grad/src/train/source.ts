import type { Tensors } from "../runtime/backend.ts";
import type { Tensor } from "../runtime/tensor.ts";

/** Where the training model runs: on this thread or on others. */
export type GradientSource = {
  /** How many batches are worked on at once. */
  readonly parallel: number;
  /** Runs the training model on a batch, with the weights as they are; returns all its outputs. */
  compute(feeds: Tensors): Promise<Record<string, Tensor>>;
  /** Called after each change of the weights. */
  weightsChanged(): void;
  close(): Promise<void>;
};

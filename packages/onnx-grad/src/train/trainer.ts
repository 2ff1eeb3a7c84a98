import type { Tensors } from "../runtime/backend.ts";

export type StepResult = {
  readonly loss: number;
  /** The norm of all gradients together, before clipping. */
  readonly gradientNorm: number;
  /** 1 after the first update. */
  readonly step: number;
  readonly learningRate: number;
  /** The model's outputs for the (last) batch. */
  readonly outputs: Tensors;
};

export type StepOptions = {
  /** Instead of the optimiser's own, as a schedule has it. */
  readonly learningRate?: number;
  /** The share of each batch in the gradient, when several are given (default: equal shares that add up to 1). */
  readonly shares?: readonly number[];
};

export type Evaluation = { readonly loss: number; readonly outputs: Tensors };

/** Weights, moments and the number of updates: all that training needs to go on. */
export type TrainerState = {
  readonly step: number;
  readonly weights: Readonly<Record<string, Float32Array>>;
  readonly moments: Readonly<Record<string, readonly Float32Array[]>>;
};

/** A model in training. Calls must be awaited one after another. */
export type Trainer = {
  readonly parameters: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly isTrained: boolean;
  }[];
  /**
   * Computes the gradients of a batch and updates the weights. Several batches are accumulated into
   * one update, with the result of the batch that they would make together.
   * Throws, with the weights unchanged, when the loss or a gradient is not finite.
   */
  step(batch: Tensors | readonly Tensors[], options?: StepOptions): Promise<StepResult>;
  /** The loss and outputs of a batch, without dropout and without learning. */
  evaluate(batch: Tensors): Promise<Evaluation>;
  /** The outputs alone; inputs that only the loss needs are left out. */
  predict(batch: Tensors): Promise<Tensors>;
  /** A copy of every parameter, frozen ones too. */
  weights(): Promise<Record<string, Float32Array>>;
  state(): Promise<TrainerState>;
  /** Goes on from a state; its weights and moments are copied. */
  restore(state: TrainerState): Promise<void>;
  close(): Promise<void>;
};

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

/** All that training needs to go on as if it had never stopped; `saveState` writes it to a file. */
export type TrainerState = {
  /** Updates so far. */
  readonly step: number;
  /** Of the parameters that are trained or once were. */
  readonly weights: Readonly<Record<string, Float32Array>>;
  /** Of the parameters that are trained. */
  readonly moments: Readonly<Record<string, readonly Float32Array[]>>;
  /** How often each trained parameter was updated: less than `step` for one that was frozen at first. */
  readonly updates: Readonly<Record<string, number>>;
  /** The generator that draws the dropout masks. */
  readonly random: readonly number[];
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
  /**
   * Goes on from a state, which is copied. Throws, with nothing changed, when it lacks something of a parameter
   * that is trained, has another size, or belongs to other parameters.
   */
  restore(state: TrainerState): Promise<void>;
  /**
   * Trains these parameters from now on (gradual unfreezing). Those that were trained before keep their moments; the
   * others start with none. Compiles the training model again. Throws, with nothing changed, when one does not influence the loss.
   */
  setTrainable(trainable: (name: string) => boolean): Promise<void>;
  close(): Promise<void>;
};

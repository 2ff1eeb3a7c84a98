import type { Augmentation } from "../data/augment.ts";

/** Everything that decides how a training goes, apart from the network and the data. */
export interface TrainOptions {
  epochs: number;
  batchSize: number;
  /** Peak learning rate. */
  learningRate: number;
  optimizer: "sgd" | "momentum" | "nesterov" | "rmsprop" | "adam" | "fusedAdam";
  schedule: "constant" | "step" | "cosine" | "one-cycle";
  weightDecay: number;
  labelSmoothing: number;
  /** Largest global norm of the gradients; Infinity leaves them alone. */
  clipNorm: number;
  /** Decay of the moving average of the weights; 0 keeps none. */
  averageDecay: number;
  augmentation: Augmentation | null;
  /** Epochs without improvement on the validation part after which training stops; Infinity never does. */
  patience: number;
  seed: number;
}

/** A minute's training on a laptop. */
export const defaults: TrainOptions = {
  epochs: 8,
  batchSize: 128,
  learningRate: 2e-3,
  optimizer: "fusedAdam",
  schedule: "cosine",
  weightDecay: 1e-2,
  labelSmoothing: 0,
  clipNorm: Infinity,
  averageDecay: 0,
  augmentation: null,
  patience: Infinity,
  seed: 0,
};

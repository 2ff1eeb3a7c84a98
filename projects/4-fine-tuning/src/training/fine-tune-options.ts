import type { Lora } from "../models/lora.ts";
import type { TuningMode } from "./trainable.ts";

export interface FineTuneOptions {
  readonly mode: TuningMode;
  /** Which layers learn low-rank updates, in mode "lora". */
  readonly lora: Lora;
  readonly epochs: number;
  /** Texts of a batch. */
  readonly batchSize: number;
  /** Batches of an update. */
  readonly accumulate: number;
  /** The highest, at the end of the warm-up. */
  readonly learningRate: number;
  /** Share of the updates over which the learning rate rises. */
  readonly warmup: number;
  /** How it falls after that, to 0. */
  readonly schedule: "linear" | "cosine";
  readonly weightDecay: number;
  /** Layer-wise decay of the learning rate: the factor from one layer to the one below; 1 for none. */
  readonly layerDecay: number;
  /** The gradient's norm is scaled down to this. */
  readonly clipNorm: number;
  /** Dropout rate, instead of the pretrained model's. */
  readonly dropout: number;
  /** Texts are cut to so many tokens. */
  readonly longest: number;
  /** Evaluations in an epoch. */
  readonly evaluations: number;
  /** Evaluations without a better score before it stops. */
  readonly patience: number;
  readonly seed: number;
}

import { defaultLora } from "../models/lora.ts";
import type { FineTuneOptions } from "./fine-tune-options.ts";
import type { TuningMode } from "./trainable.ts";

/** What works for small encoders on short texts; the learning rates suit the number of weights that move. */
export function defaultOptions(mode: TuningMode): FineTuneOptions {
  return {
    mode,
    lora: defaultLora,
    epochs: mode === "gradual" ? 6 : 4,
    batchSize: 32,
    accumulate: 1,
    learningRate: { full: 3e-4, head: 2e-3, gradual: 3e-4, lora: 1e-3 }[mode],
    warmup: 0.1,
    schedule: "linear",
    weightDecay: 0.01,
    layerDecay: 1,
    clipNorm: 1,
    dropout: 0.1,
    longest: 128,
    evaluations: 1,
    patience: 100,
    seed: 0,
  };
}

/** The options for the same network from random weights, trained whole: at the learning rate for that, not for updates or a head. */
export function fromScratchOptions(options: FineTuneOptions): FineTuneOptions {
  if (options.mode === "full") return options;
  return { ...options, mode: "full", learningRate: defaultOptions("full").learningRate };
}

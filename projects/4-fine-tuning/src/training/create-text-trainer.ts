import {
  adamw,
  createTrainer,
  matricesOnly,
  type Build,
  type Trainer,
} from "@ml-roadmap/onnx-grad";
import type { Task } from "../data/example.ts";
import type { EncoderConfig } from "../models/encoder-config.ts";
import { textModel } from "../models/text-model.ts";
import type { FineTuneOptions } from "./fine-tune-options.ts";
import { depthOf, isTrained, learningRateFactor } from "./trainable.ts";

/** The model as it is trained: with the options' dropout and, in mode "lora", with low-rank updates. */
export function trainedModel(config: EncoderConfig, task: Task, options: FineTuneOptions): Build {
  const { dropout, lora, mode } = options;
  const trained = { ...config, dropout, attentionDropout: dropout };
  return (graph) => textModel(graph, trained, task, mode === "lora" ? { lora } : {});
}

/** A trainer of a model for texts, from these weights; parameters without weights start anew from the seed. */
export function createTextTrainer(
  config: EncoderConfig,
  task: Task,
  weights: Readonly<Record<string, Float32Array>>,
  options: FineTuneOptions,
  {
    threads = 1,
    worker = false,
    epoch = 0,
  }: { threads?: number; worker?: boolean; epoch?: number } = {},
): Promise<Trainer> {
  const { mode, learningRate, weightDecay, layerDecay, clipNorm, seed } = options;
  return createTrainer({
    build: trainedModel(config, task, options),
    weights,
    trainable: (name) => isTrained(name, mode, epoch, config),
    optimizer: adamw({
      learningRate,
      weightDecay,
      // Source of the epsilon: https://github.com/google-research/bert/blob/master/optimization.py
      epsilon: 1e-6,
      decays: matricesOnly,
      learningRateFactor: (name) =>
        learningRateFactor(depthOf(name, config), config.layers, layerDecay),
    }),
    clipNorm,
    seed,
    threads,
    worker,
  });
}

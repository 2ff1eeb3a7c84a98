import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { loadWeights, saveWeights, type Trainer } from "@ml-roadmap/onnx-grad";
import type { Task } from "../data/example.ts";
import { headInUnits } from "../folder/scale-head.ts";
import type { EncoderConfig } from "../models/encoder-config.ts";
import {
  CheckpointError,
  readCheckpoint,
  restore,
  saveCheckpoint,
} from "../training/checkpoint.ts";
import { createTextTrainer } from "../training/create-text-trainer.ts";
import {
  beginning,
  fineTune,
  updatesPerEpoch,
  type HistoryPoint,
  type Memory,
} from "../training/fine-tune.ts";
import type { FineTuneOptions } from "../training/fine-tune-options.ts";
import { meanLoss } from "../training/mean-loss.ts";
import { predictLogits } from "../training/predict-logits.ts";
import { selectionScore } from "../training/selection-score.ts";
import type { TextBatches } from "../training/text-batches.ts";

/** One training with one seed, in a folder of its own. */
export interface TrainingJob {
  readonly folder: string;
  readonly config: EncoderConfig;
  readonly task: Task;
  /** The weights to start from; what is missing starts anew. */
  readonly weights: Readonly<Record<string, Float32Array>>;
  readonly train: TextBatches;
  readonly validation: TextBatches;
  readonly test: TextBatches;
  readonly options: FineTuneOptions;
  readonly threads: number;
  /** Train on a thread of its own, beside others. */
  readonly worker: boolean;
}

export interface TrainingHooks {
  readonly onUpdate?: (update: number, total: number, loss: number, tokens: number) => void;
  readonly onPoint?: (point: HistoryPoint) => void;
  readonly signal?: AbortSignal;
}

export interface TrainingResult {
  readonly seed: number;
  readonly ended: "done" | "patience";
  readonly history: readonly HistoryPoint[];
  readonly best: NonNullable<Memory["best"]>;
  /** The best weights, low-rank updates apart; of numbers, which were learnt in another scale, they give the numbers themselves. */
  readonly weights: Record<string, Float32Array>;
  readonly validationLogits: Float32Array;
  readonly testLogits: Float32Array;
}

/**
 * Trains, or goes on from the folder's checkpoint, and scores the best weights on the test part.
 * Returns undefined, with a checkpoint saved, when the signal came.
 */
export async function runTraining(
  job: TrainingJob,
  hooks: TrainingHooks = {},
): Promise<TrainingResult | undefined> {
  const { folder, config, task, options, train, validation, test } = job;
  await mkdir(folder, { recursive: true });
  const checkpoint = join(folder, "checkpoint.safetensors");
  const best = join(folder, "best.safetensors");
  const { trainer, memory } = await open(job, checkpoint);
  try {
    const { scale } = train;
    const predict = async (texts: TextBatches): Promise<Float32Array> =>
      scale.undo(await predictLogits((batch) => trainer.predict(batch), texts, task));
    const result = await fineTune(trainer, config, train, options, memory, {
      ...hooks,
      evaluate: async () => {
        const logits = await predict(validation);
        return {
          // Of numbers in the scale in which they are learnt, as the training loss is.
          loss: meanLoss(task, logits, validation.examples) / scale.deviation ** 2,
          score: selectionScore(task, logits, validation.examples),
        };
      },
      onBest: () => saveWeights(best, trainer),
      save: (now) => saveCheckpoint(checkpoint, trainer, options, now),
    });
    if (result.ended === "stopped") return undefined;
    const { memory: last, ended } = result;
    if (last.best === null)
      throw new Error("fine-tune: the training ended before its first evaluation");
    const weights = await loadWeights(best);
    await trainer.restore({ ...(await trainer.state()), weights });
    return {
      seed: options.seed,
      ended,
      history: last.history,
      best: last.best,
      weights: task.kind === "regression" ? headInUnits(weights, scale) : weights,
      validationLogits: await predict(validation),
      testLogits: await predict(test),
    };
  } finally {
    await trainer.close();
  }
}

/** A trainer at the start, or where the checkpoint left it. */
async function open(
  { config, task, weights, options, train, threads, worker }: TrainingJob,
  checkpoint: string,
): Promise<{ trainer: Trainer; memory: Memory }> {
  if (!existsSync(checkpoint)) {
    const trainer = await createTextTrainer(config, task, weights, options, { threads, worker });
    return { trainer, memory: beginning };
  }
  const { state, memory } = await readCheckpoint(checkpoint, options);
  if (!isMemory(memory)) throw new CheckpointError(`${checkpoint}: is not of a fine-tuning`);
  // What was trained in the last update's epoch: the state has moments of just these parameters.
  const epoch = Math.max(0, Math.ceil(memory.update / updatesPerEpoch(train, options)) - 1);
  const trainer = await createTextTrainer(config, task, weights, options, {
    threads,
    worker,
    epoch,
  });
  try {
    await restore(checkpoint, trainer, state);
  } catch (error) {
    await trainer.close();
    throw error;
  }
  return { trainer, memory };
}

function isMemory(memory: unknown): memory is Memory {
  return typeof memory === "object" && memory !== null && "update" in memory && "best" in memory;
}

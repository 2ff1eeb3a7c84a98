import { join } from "node:path";
import type { TextData } from "../data/example.ts";
import { targetScale } from "../data/target-scale.ts";
import { fittingWeights, type Pretrained } from "../pretrained/load-pretrained.ts";
import { trainedModel } from "../training/create-text-trainer.ts";
import { fromScratchOptions } from "../training/defaults.ts";
import type { FineTuneOptions } from "../training/fine-tune-options.ts";
import { updatesPerEpoch, type HistoryPoint } from "../training/fine-tune.ts";
import { TextBatches } from "../training/text-batches.ts";
import { runTrainings } from "./run-trainings.ts";
import type { TrainingJob, TrainingResult } from "./training-run.ts";

export interface TrainAllOptions {
  readonly out: string;
  readonly options: FineTuneOptions;
  /** How many trainings, with the seeds that follow `options.seed`. */
  readonly seeds: number;
  /** Train the same network from random weights too, to see what pretraining is worth. */
  readonly fromScratch: boolean;
  /** Trainings at once, each on a thread of its own. */
  readonly jobs: number;
  /** Threads of each training. */
  readonly threads: number;
  readonly signal: AbortSignal;
}

export interface TrainAllHooks {
  /** How many updates all trainings have together. */
  readonly onStart?: (updates: number) => void;
  readonly onUpdate?: (tokens: number, loss: number) => void;
  readonly onPoint?: (name: string, point: HistoryPoint) => void;
}

export interface Trained {
  /** One for each seed. */
  readonly tuned: readonly TrainingResult[];
  /** The same network from random weights; none unless asked for. */
  readonly scratch: readonly TrainingResult[];
  /** Parameters of the model that the pretrained one did not have. */
  readonly fresh: readonly string[];
}

/** Fine-tunes with each seed, and trains from random weights for comparison; undefined when it was stopped. */
export async function trainAll(
  pretrained: Pretrained,
  data: TextData,
  settings: TrainAllOptions,
  { onStart, onUpdate, onPoint }: TrainAllHooks = {},
): Promise<Trained | undefined> {
  const { config, tokenizer, tensors } = pretrained;
  const { out, options, seeds, fromScratch, jobs: atOnce, threads, signal } = settings;
  const longest = Math.min(options.longest, config.positions);
  const scale = targetScale(data.task, data.train);
  const [train, validation, test] = [data.train, data.validation, data.test].map(
    (examples) => new TextBatches(examples, data.task, tokenizer, longest, scale),
  );
  const { weights, fresh } = fittingWeights(trainedModel(config, data.task, options), tensors);
  const job = (name: string, i: number, tuning: FineTuneOptions, start: typeof weights) => ({
    name: seeds === 1 ? name : `${name} ${options.seed + i}`,
    folder: join(out, "trainings", `${name.replaceAll(" ", "-")}-${options.seed + i}`),
    task: data.task,
    weights: start,
    config,
    train,
    validation,
    test,
    threads,
    options: { ...tuning, seed: options.seed + i },
  });
  const numbers = Array.from({ length: seeds }, (_, i) => i);
  const tunings = numbers.map((i) => job("seed", i, options, weights));
  const scratches = fromScratch
    ? numbers.map((i) => job("from scratch, seed", i, fromScratchOptions(options), {}))
    : [];
  const all: (Omit<TrainingJob, "worker"> & { name: string })[] = [...tunings, ...scratches];
  onStart?.(all.length * options.epochs * updatesPerEpoch(train, options));
  const results = await runTrainings(
    all,
    atOnce,
    (index) => ({
      onUpdate: (_update, _total, loss, tokens) => onUpdate?.(tokens, loss),
      onPoint: (point) => onPoint?.(all[index].name, point),
    }),
    signal,
  );
  return results && { tuned: results.slice(0, seeds), scratch: results.slice(seeds), fresh };
}

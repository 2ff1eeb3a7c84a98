import { setImmediate } from "node:timers/promises";
import type { Split } from "../data/dataset.ts";
import { withAverages } from "./average.ts";
import { saveCheckpoint } from "./checkpoint.ts";
import { evaluate } from "./evaluate.ts";
import type { StepResult, Training } from "./training.ts";

/** One epoch's figures. */
export interface EpochResult {
  /** From 1. */
  epoch: number;
  /** Mean over the epoch's batches, while the weights were changing. */
  trainLoss: number;
  trainAccuracy: number;
  validationLoss: number;
  validationAccuracy: number;
  /** Since the training began, without the time between two runs. */
  seconds: number;
}

export interface RunHooks {
  onStep?: (result: StepResult, imagesPerSecond: number) => void;
  onEpoch?: (result: EpochResult) => void | Promise<void>;
  /** What the epochs before the resumption gave: the patience counts from the best of them. */
  history?: readonly EpochResult[];
  /** Where the state is saved after every epoch, twice a minute, and when stopped. */
  checkpoint?: string;
  /** What the checkpoint is to know besides. */
  notes?: Readonly<Record<string, string>>;
  /** How far the broken run had come: the note "progress" of its checkpoint. */
  progress?: string | undefined;
  /** Stops between two steps, with the state saved. */
  signal?: AbortSignal;
}

/** Of the epoch that has begun: sums over its steps so far. Of the whole training: its time. */
interface Progress {
  loss: number;
  accuracy: number;
  steps: number;
  seconds: number;
}

/** Longest time without a checkpoint, milliseconds. */
const SAVE_EVERY = 30_000;
/** Longest time without looking at the event loop (Ctrl-C, the live page), milliseconds. */
const PAUSE_EVERY = 50;

/**
 * Trains to the end, to the end of the patience, or until told to stop.
 *
 * @returns what ended it
 */
export async function run(
  training: Training,
  validation: Split,
  { onStep, onEpoch, history = [], checkpoint, notes, progress, signal }: RunHooks = {},
): Promise<"finished" | "patience" | "stopped"> {
  const { batchSize, patience } = training.options;
  const began = performance.now();
  let [saved, paused, images] = [began, began, 0];
  const nothing: Progress = { loss: 0, accuracy: 0, steps: 0, seconds: 0 };
  const before: Progress = progress === undefined ? nothing : JSON.parse(progress);
  let { loss, accuracy, steps } = before;
  const seconds = () => before.seconds + (performance.now() - began) / 1000;
  let [best, bestEpoch] = [Infinity, 0];
  for (const { epoch, validationLoss } of history) {
    if (validationLoss < best) [best, bestEpoch] = [validationLoss, epoch];
  }
  const save = async () => {
    if (checkpoint !== undefined) {
      const now: Progress = { loss, accuracy, steps, seconds: seconds() };
      await saveCheckpoint(checkpoint, training, { ...notes, progress: JSON.stringify(now) });
    }
    saved = performance.now();
  };
  // It may have ended that way, and been killed before its results were written.
  if (history.length > 0 && training.epoch - bestEpoch >= patience) return "patience";
  while (!training.done) {
    if (signal?.aborted) {
      await save();
      return "stopped";
    }
    const result = training.advance();
    images += batchSize;
    loss += result.loss;
    accuracy += result.accuracy;
    steps += 1;
    onStep?.(result, images / ((performance.now() - began) / 1000));
    if (training.step % training.stepsPerEpoch === 0) {
      const scores = await withAverages(training, () => evaluate(training.network, validation));
      await onEpoch?.({
        epoch: training.epoch,
        trainLoss: loss / steps,
        trainAccuracy: accuracy / steps,
        validationLoss: scores.loss,
        validationAccuracy: scores.accuracy,
        seconds: seconds(),
      });
      [loss, accuracy, steps] = [0, 0, 0];
      await save();
      if (scores.loss < best) [best, bestEpoch] = [scores.loss, training.epoch];
      if (training.epoch - bestEpoch >= patience) return "patience";
    } else if (performance.now() - saved > SAVE_EVERY) {
      await save();
    }
    if (performance.now() - paused > PAUSE_EVERY) {
      await setImmediate();
      paused = performance.now();
    }
  }
  return "finished";
}

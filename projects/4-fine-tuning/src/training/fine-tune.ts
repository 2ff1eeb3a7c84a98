import type { Trainer } from "@ml-roadmap/onnx-grad";
import type { EncoderConfig } from "../models/encoder-config.ts";
import type { FineTuneOptions } from "./fine-tune-options.ts";
import { learningRateShare } from "./learning-rate.ts";
import type { TextBatches } from "./text-batches.ts";
import { isTrained } from "./trainable.ts";

export interface HistoryPoint {
  readonly update: number;
  readonly epoch: number;
  /** Mean loss of the updates since the point before. */
  readonly trainLoss: number;
  readonly validationLoss: number;
  /** On the validation part; higher is better. */
  readonly score: number;
  readonly seconds: number;
}

/** What the loop remembers between updates, for a checkpoint. */
export interface Memory {
  readonly update: number;
  /** Sum and number of the losses since the last evaluation. */
  readonly losses: readonly [number, number];
  readonly history: readonly HistoryPoint[];
  readonly best: { readonly score: number; readonly update: number } | null;
}

export const beginning: Memory = { update: 0, losses: [0, 0], history: [], best: null };

export interface FineTuneHooks {
  /** Loss and score of the weights as they are, on the validation part; of scores the higher is better. */
  readonly evaluate: () => Promise<{ readonly loss: number; readonly score: number }>;
  /** Called when the score is the best so far: the place to keep the weights. */
  readonly onBest: () => Promise<void>;
  /** Called after each evaluation, and when it is stopped: the place to save. */
  readonly save: (memory: Memory) => Promise<void>;
  readonly onUpdate?: (update: number, total: number, loss: number, tokens: number) => void;
  readonly onPoint?: (point: HistoryPoint) => void;
  /** Ends training after the current update. */
  readonly signal?: AbortSignal;
}

export interface FineTuned {
  readonly ended: "done" | "patience" | "stopped";
  readonly memory: Memory;
}

/** How many updates a training has in all. */
export function updatesPerEpoch(texts: TextBatches, options: FineTuneOptions): number {
  const batches = texts.shuffled(options.batchSize, options.seed, 0).length;
  return Math.ceil(batches / options.accumulate);
}

/**
 * Fine-tunes from where `memory` was left. Everything random depends on the seed and the update's number
 * alone, apart from the dropout masks, whose generator is part of the trainer's state: a training that was
 * resumed ends with the bits of an unbroken one.
 */
export async function fineTune(
  trainer: Trainer,
  config: EncoderConfig,
  train: TextBatches,
  options: FineTuneOptions,
  memory: Memory,
  hooks: FineTuneHooks,
): Promise<FineTuned> {
  const perEpoch = updatesPerEpoch(train, options);
  const total = perEpoch * options.epochs;
  const warmup = Math.ceil(options.warmup * total);
  const every = Math.ceil(perEpoch / options.evaluations);
  const began = performance.now();
  let { update, history, best } = memory;
  let [sum, count] = memory.losses;
  const state = (): Memory => ({ update, losses: [sum, count], history, best });
  const isOutOfPatience = (): boolean =>
    best !== null && evaluationsSince(history, best.update) >= options.patience;

  // A training that had come to its end is not taken up again.
  if (isOutOfPatience()) return { ended: "patience", memory: state() };
  for (let epoch = Math.floor(update / perEpoch); epoch < options.epochs; epoch += 1) {
    const batches = train.shuffled(options.batchSize, options.seed, epoch);
    while (update < (epoch + 1) * perEpoch) {
      if (hooks.signal?.aborted) {
        await hooks.save(state());
        return { ended: "stopped", memory: state() };
      }
      // Only now: a checkpoint at an epoch's border has the moments of the epoch before.
      if (options.mode === "gradual" && update % perEpoch === 0) {
        await trainer.setTrainable((name) => isTrained(name, options.mode, epoch, config));
      }
      const first = (update % perEpoch) * options.accumulate;
      const group = batches.slice(first, first + options.accumulate);
      const texts = group.flat().length;
      const { loss } = await trainer.step(
        group.map((indices) => train.batch(indices)),
        {
          // Every text counts the same, whatever batch it is in.
          shares: group.map((indices) => indices.length / texts),
          learningRate:
            options.learningRate *
            learningRateShare(update + 1, { warmup, total, schedule: options.schedule }),
        },
      );
      update += 1;
      sum += loss;
      count += 1;
      hooks.onUpdate?.(update, total, loss, tokensOf(train, group));
      if ((update % perEpoch) % every === 0) {
        const { loss: validationLoss, score } = await hooks.evaluate();
        const seconds = (performance.now() - began) / 1000;
        const point = {
          update,
          epoch: update / perEpoch,
          trainLoss: sum / count,
          validationLoss,
          score,
          seconds,
        };
        history = [...history, point];
        [sum, count] = [0, 0];
        if (best === null || score > best.score) {
          best = { score, update };
          await hooks.onBest();
        }
        hooks.onPoint?.(point);
        await hooks.save(state());
        if (isOutOfPatience()) return { ended: "patience", memory: state() };
      }
      // Signals and timers have their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { ended: "done", memory: state() };
}

function evaluationsSince(history: readonly HistoryPoint[], update: number): number {
  return history.filter((point) => point.update > update).length;
}

function tokensOf({ lengths }: TextBatches, group: readonly (readonly number[])[]): number {
  return group.flat().reduce((tokens, index) => tokens + lengths[index], 0);
}

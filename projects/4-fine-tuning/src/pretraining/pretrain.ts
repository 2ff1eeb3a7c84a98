import type { Trainer } from "@ml-roadmap/onnx-grad";
import type { MaskedBatches } from "./masked-batches.ts";
import { trapezoid } from "./trapezoid.ts";

export interface PretrainOptions {
  /** Updates in all. */
  readonly steps: number;
  readonly warmup: number;
  /** The last so many steps lower the learning rate to 0. */
  readonly decay: number;
  readonly learningRate: number;
  /** Steps between two evaluations on the held-out part. */
  readonly evaluateEvery: number;
}

export interface PretrainPoint {
  readonly step: number;
  /** Mean loss in nats of the steps since the point before. */
  readonly trainLoss: number;
  readonly validationLoss: number;
  /** Share of the hidden pieces that were guessed. */
  readonly validationAccuracy: number;
}

export interface PretrainHooks {
  readonly onStep?: (step: number, loss: number) => void;
  /** Called after each evaluation: the place to save. */
  readonly onPoint?: (point: PretrainPoint) => Promise<void>;
  /** Ends training after the current step. */
  readonly signal?: AbortSignal;
}

/**
 * Trains a masked language model from `from` steps done to `options.steps`.
 * Returns the number of steps done, which is less than asked for only when the signal came.
 */
export async function pretrain(
  trainer: Trainer,
  train: MaskedBatches,
  validation: MaskedBatches,
  options: PretrainOptions,
  from: number,
  { onStep, onPoint, signal }: PretrainHooks = {},
): Promise<number> {
  const { steps, warmup, decay, learningRate, evaluateEvery } = options;
  const rate = trapezoid(learningRate, { warmup, decay, total: steps });
  let [sum, count] = [0, 0];
  for (let step = from; step < steps; step += 1) {
    if (signal?.aborted) return step;
    const { loss } = await trainer.step(train.at(step), { learningRate: rate(step + 1) });
    sum += loss;
    count += 1;
    onStep?.(step + 1, loss);
    if ((step + 1) % evaluateEvery === 0 || step + 1 === steps) {
      const held = await score(trainer, validation);
      await onPoint?.({ step: step + 1, trainLoss: sum / count, ...held });
      [sum, count] = [0, 0];
    }
    // Signals and timers have their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return steps;
}

/** The same batches, with the same words hidden, at each evaluation. */
async function score(
  trainer: Trainer,
  batches: MaskedBatches,
): Promise<Pick<PretrainPoint, "validationLoss" | "validationAccuracy">> {
  let [loss, accuracy] = [0, 0];
  for (let step = 0; step < batches.stepsPerEpoch; step += 1) {
    const found = await trainer.evaluate(batches.at(step));
    loss += found.loss;
    accuracy += Number(found.outputs["accuracy"].data[0]);
  }
  const count = batches.stepsPerEpoch;
  return { validationLoss: loss / count, validationAccuracy: accuracy / count };
}

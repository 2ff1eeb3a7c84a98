import { keep, release, scope, toHeap, type NDArray } from "@ml-roadmap/ndarray";
import { CLASSES, SIDE, type Split } from "../data/dataset.ts";
import { augment } from "../data/augment.ts";
import { shuffledBatches } from "../data/batches.ts";
import { toInput } from "../data/scale.ts";
import { oneHot } from "../losses/one-hot.ts";
import type { Sequential } from "../network.ts";
import type { State } from "../optimizers/index.ts";
import { updateAverage } from "./average.ts";
import { clipGradients } from "./clip.ts";
import { optimizerNamed, scheduleNamed } from "./optimizers.ts";
import type { TrainOptions } from "./options.ts";
import { diverged } from "./diverged.ts";
import { fractionRight } from "./evaluate.ts";
import { lossAndGradients } from "./step.ts";
import { stream } from "./streams.ts";

/** What one step tells. */
export interface StepResult {
  /** Number of the step just done, from 1. */
  step: number;
  /** Mean loss of the batch. */
  loss: number;
  /** Fraction of the batch that the network got right before the step. */
  accuracy: number;
  learningRate: number;
}

/**
 * A training in progress: everything that changes from step to step, so that saving and restoring
 * this object's state and going on gives what an unbroken training gives.
 */
export class Training {
  readonly network: Sequential;
  readonly options: TrainOptions;
  readonly stepsPerEpoch: number;
  /** Moving average of each parameter, empty when none is kept. */
  readonly averages: NDArray[];
  readonly states: State[];
  /** Steps done. */
  step = 0;
  readonly #data: Split;
  readonly #optimizer;
  readonly #schedule;
  #epochOrder: { epoch: number; batches: Int32Array[] } = { epoch: -1, batches: [] };

  constructor(network: Sequential, data: Split, options: TrainOptions) {
    this.network = network;
    this.options = options;
    this.#data = data;
    this.stepsPerEpoch = Math.ceil(data.labels.length / options.batchSize);
    this.#optimizer = optimizerNamed(options.optimizer);
    this.#schedule = scheduleNamed(options.schedule);
    for (const parameter of network.parameters) parameter.value = toHeap(parameter.value);
    this.states = network.parameters.map(({ value }) => this.#optimizer.init(value));
    this.averages =
      options.averageDecay > 0 ? network.parameters.map(({ value }) => value.copy()) : [];
  }

  /** Number of training images. */
  get images(): number {
    return this.#data.labels.length;
  }

  get epoch(): number {
    return Math.floor(this.step / this.stepsPerEpoch);
  }

  get done(): boolean {
    return this.step >= this.options.epochs * this.stepsPerEpoch;
  }

  /** One batch forward, back, and the weights moved. */
  advance(): StepResult {
    // Everything that a step makes lies in the kernels' heap and is freed with the step, so neither
    // the garbage collector nor copies between memories cost time.
    return scope(() => this.#advance());
  }

  #advance(): StepResult {
    const rows = this.#batch();
    const random = stream(this.options.seed, "step", this.step);
    const { augmentation, labelSmoothing, clipNorm, learningRate, epochs } = this.options;
    const images = augmentation === null ? this.#data.images : this.#augmented(rows, random);
    const x = toInput({ images }, augmentation === null ? rows : rows.map((_, i) => i));
    const labels = Array.from(rows, (row) => this.#data.labels[row]);
    const targets = oneHot(labels, CLASSES, labelSmoothing);
    const mode = { training: true, random, input: x };
    const { loss, logits } = lossAndGradients(this.network, x, targets, mode);
    if (!Number.isFinite(loss)) {
      throw diverged(this.network, x, mode, this.step + 1, loss);
    }
    const rate = learningRate * this.#schedule(this.step, epochs * this.stepsPerEpoch);
    const { parameters } = this.network;
    if (clipNorm < Infinity) clipGradients(parameters, clipNorm);
    this.step += 1;
    for (const [i, parameter] of parameters.entries()) {
      const { value, state } = this.#optimizer.update({
        value: parameter.value,
        gradient: parameter.gradient,
        state: this.states[i],
        step: this.step,
        learningRate: rate,
        weightDecay: parameter.decay ? this.options.weightDecay : 0,
      });
      if (value !== parameter.value) release(parameter.value, this.states[i]);
      parameter.value = keep(value);
      this.states[i] = keep(state);
      if (this.averages.length > 0) {
        updateAverage(this.averages[i], value, this.options.averageDecay, this.step - 1);
      }
    }
    return { step: this.step, loss, accuracy: fractionRight(logits, labels), learningRate: rate };
  }

  #batch(): Int32Array {
    const epoch = this.epoch;
    if (this.#epochOrder.epoch !== epoch) {
      const random = stream(this.options.seed, "order", epoch);
      const batches = shuffledBatches(this.#data.labels.length, this.options.batchSize, random);
      this.#epochOrder = { epoch, batches };
    }
    return this.#epochOrder.batches[this.step % this.stepsPerEpoch];
  }

  #augmented(rows: Int32Array, random: ReturnType<typeof stream>): Uint8Array {
    const pixels = SIDE * SIDE;
    const changed = new Uint8Array(rows.length * pixels);
    for (let i = 0; i < rows.length; i++) {
      const image = this.#data.images.subarray(rows[i] * pixels, (rows[i] + 1) * pixels);
      const out = changed.subarray(i * pixels, (i + 1) * pixels);
      augment(image, this.options.augmentation!, random, out);
    }
    return changed;
  }
}

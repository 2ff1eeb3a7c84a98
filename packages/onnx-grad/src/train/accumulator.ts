import type { Tensors } from "../runtime/backend.ts";
import { float32 } from "../runtime/tensor.ts";
import type { Tensor } from "../runtime/tensor.ts";
import { DropoutMasks } from "./dropout-masks.ts";
import { checkFeeds } from "./feeds.ts";
import { freeBuffers } from "./free-buffers.ts";
import type { Parameters } from "./parameters.ts";
import type { TrainingPlan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { GradientSource } from "./source.ts";
import type { Evaluation } from "./trainer.ts";

/** Gradients by parameter. */
type Gradients = Map<string, Float32Array>;

type Prepared = { readonly feeds: Tensors; readonly all: Tensors; readonly share: number };
type Running = {
  readonly prepared: Prepared;
  readonly results: ReturnType<GradientSource["compute"]>;
};

/** Runs batches through the training model and adds their gradients up. */
export class Accumulator {
  readonly #plan: TrainingPlan;
  readonly #parameters: Parameters;
  readonly #source: GradientSource;
  readonly #masks: DropoutMasks;
  /** Draws the dropout masks. */
  readonly random: Random;

  constructor(plan: TrainingPlan, parameters: Parameters, source: GradientSource, random: Random) {
    this.random = random;
    this.#plan = plan;
    this.#parameters = parameters;
    this.#source = source;
    this.#masks = new DropoutMasks(plan.dropouts, random);
  }

  /** The gradients of all batches together, those of the tables in the tables. */
  async run(
    batches: readonly Tensors[],
    shares: readonly number[],
  ): Promise<Evaluation & { gradients: Gradients }> {
    const gradients: Gradients = new Map();
    let [loss, outputs]: [number, Tensors] = [0, {}];
    const { parallel } = this.#source;
    for (let start = 0; start < batches.length; start += parallel) {
      const group = batches.slice(start, start + parallel);
      const running: Running[] = [];
      try {
        for (const [i, feeds] of group.entries()) {
          // A worker's feeds are copied as the call is made, so that the masks' memory can be used again.
          const prepared = this.#prepare(feeds, shares[start + i]);
          const results = this.#source.compute(prepared.all);
          // It may fail before its turn comes below, which must not end the process.
          results.catch(() => undefined);
          running.push({ prepared, results });
        }
        for (const { prepared, results } of running) {
          const part = this.#collect(prepared, await results, gradients);
          loss += prepared.share * part.loss;
          outputs = part.outputs;
        }
      } finally {
        // After a failure too: the next step needs every thread.
        await Promise.allSettled(running.map(({ results }) => results));
      }
    }
    return { loss, outputs, gradients };
  }

  /** Checks a batch and adds what the trainer itself feeds: table rows and dropout masks. */
  #prepare(feeds: Tensors, share: number): Prepared {
    const plan = this.#plan;
    const sizes = checkFeeds(plan.inputs, feeds);
    const all = { ...feeds, ...this.#masks.draw(sizes) };
    for (const { table, ids, rows } of plan.lookups) {
      const { shape, data } = feeds[ids];
      const width = this.#parameters.slot(table).shape[1];
      const into = new Float32Array(data.length * width);
      this.#parameters.table(table).gather(data, into);
      all[rows] = float32(into, [...shape, width]);
    }
    return { feeds, all, share };
  }

  /** Adds the gradients of one batch to `gradients` and to the tables. */
  #collect(
    { feeds, share }: Prepared,
    results: Readonly<Record<string, Tensor>>,
    gradients: Gradients,
  ): Evaluation {
    const plan = this.#plan;
    const loss = Number(results["loss"].data[0]);
    if (!Number.isFinite(loss)) {
      throw new RangeError(`step: the loss is ${loss}; the weights are unchanged`);
    }
    for (const { table, ids, gradient } of plan.lookups) {
      const part = floatsOf(results[gradient]);
      this.#parameters.table(table).scatterAdd(feeds[ids].data, part, share);
      freeBuffers([part]);
    }
    for (const [name, output] of Object.entries(plan.gradients)) {
      accumulate(gradients, name, floatsOf(results[output]), share);
    }
    const outputs = Object.fromEntries(plan.outputs.map((name) => [name, results[name]]));
    return { loss, outputs };
  }
}

/** Adds `share` times `part` to the parameter's gradient; the first part is kept as it came. */
function accumulate(into: Gradients, name: string, part: Float32Array, share: number): void {
  const sum = into.get(name);
  if (sum === undefined) {
    if (share !== 1) for (let i = 0; i < part.length; i += 1) part[i] *= share;
    into.set(name, part);
    return;
  }
  for (let i = 0; i < part.length; i += 1) sum[i] += share * part[i];
  freeBuffers([part]);
}

export function floatsOf({ data }: Tensor): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new TypeError("train: expected a float32 tensor");
}

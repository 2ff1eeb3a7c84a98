import type { Backend, Session, Tensors } from "../runtime/backend.ts";
import { float32 } from "../runtime/tensor.ts";
import type { Tensor } from "../runtime/tensor.ts";
import { Accumulator, floatsOf } from "./accumulator.ts";
import { checkFeeds } from "./feeds.ts";
import { freeBuffers } from "./free-buffers.ts";
import { localSource, runAll } from "./local-source.ts";
import type { Optimizer } from "./optimizer.ts";
import { Parameters } from "./parameters.ts";
import type { TrainingPlan } from "./plan.ts";
import { Random } from "./random.ts";
import type { GradientSource } from "./source.ts";
import type { Evaluation, StepOptions, StepResult, Trainer, TrainerState } from "./trainer.ts";

export type LocalOptions = {
  readonly plan: TrainingPlan;
  readonly backend: Backend;
  readonly threads: number;
  readonly optimizer: Optimizer;
  readonly clipNorm: number;
  readonly seed: number;
  /** Threads that compute the gradients of one batch each; 0 for this thread. */
  readonly workers: number;
  /** The values of all parameters to start from. */
  readonly weights: Readonly<Record<string, Float32Array>>;
};

/** Opens the session, or one on each of several threads, and returns a trainer that updates on this thread. */
export async function openLocalTrainer(options: LocalOptions): Promise<Trainer> {
  const { plan, backend, threads, workers, optimizer, weights } = options;
  const parameters = new Parameters(plan, optimizer, weights);
  const views = plan.parameters.map(({ name, shape }) => ({
    name,
    shape,
    weights: parameters.slots.get(name)?.weights ?? weights[name],
  }));
  const feeds = Object.fromEntries(
    views.map(({ name, shape, weights: data }) => [name, float32(data, shape)]),
  );
  if (workers === 0) {
    const source = await localSource(backend, plan.trainModel, feeds, threads);
    return new LocalTrainer(options, parameters, feeds, source);
  }
  const { workerSource } = await import("../worker/worker-source.ts");
  const source = await workerSource(plan.trainModel, views, workers, threads);
  return new LocalTrainer(options, parameters, feeds, source);
}

class LocalTrainer implements Trainer {
  readonly parameters: Trainer["parameters"];
  readonly #options: Omit<LocalOptions, "weights">;
  readonly #source: GradientSource;
  readonly #parameters: Parameters;
  readonly #accumulator: Accumulator;
  readonly #weights: Tensors;
  readonly #forward = new Map<"evaluationModel" | "predictionModel", Session>();
  #step = 0;
  #isBusy = false;

  constructor(
    options: LocalOptions,
    parameters: Parameters,
    weights: Tensors,
    source: GradientSource,
  ) {
    // The given weights were copied; keeping them alive would double their memory.
    const { weights: _, ...kept } = options;
    this.#options = kept;
    this.#parameters = parameters;
    this.#weights = weights;
    this.#source = source;
    this.#accumulator = new Accumulator(kept.plan, parameters, source, new Random(kept.seed + 1));
    this.parameters = kept.plan.parameters.map(({ name, shape }) => ({
      name,
      shape,
      isTrained: !kept.plan.frozen.includes(name),
    }));
  }

  step(batch: Tensors | readonly Tensors[], options: StepOptions = {}): Promise<StepResult> {
    return this.#alone("step", async () => {
      const batches = isList(batch) ? batch : [batch];
      const shares = options.shares ?? batches.map(() => 1 / batches.length);
      if (batches.length === 0 || shares.length !== batches.length) {
        throw new RangeError(`step: ${batches.length} batches and ${shares.length} shares`);
      }
      const { clipNorm, optimizer } = this.#options;
      const learningRate = options.learningRate ?? optimizer.learningRate;
      const update = { learningRate, clipNorm, number: this.#step + 1 };
      try {
        const { loss, outputs, gradients } = await this.#accumulator.run(batches, shares);
        const gradientNorm = this.#parameters.update(gradients, update);
        freeBuffers(gradients.values());
        this.#source.weightsChanged();
        this.#step += 1;
        return { loss, gradientNorm, step: this.#step, learningRate, outputs };
      } catch (error) {
        this.#parameters.forget();
        throw error;
      }
    });
  }

  evaluate(batch: Tensors): Promise<Evaluation> {
    return this.#alone("evaluate", async () => {
      checkFeeds(this.#options.plan.inputs, batch);
      const { loss, ...outputs } = await this.#runForward("evaluationModel", batch);
      return { loss: Number(loss.data[0]), outputs };
    });
  }

  predict(batch: Tensors): Promise<Tensors> {
    return this.#alone("predict", () => this.#runForward("predictionModel", batch));
  }

  async weights(): Promise<Record<string, Float32Array>> {
    const { parameters } = this.#options.plan;
    return Object.fromEntries(
      parameters.map(({ name }) => [name, floatsOf(this.#weights[name]).slice()]),
    );
  }

  async state(): Promise<TrainerState> {
    const slots = [...this.#parameters.slots];
    return {
      step: this.#step,
      weights: Object.fromEntries(slots.map(([name, { weights }]) => [name, weights.slice()])),
      moments: Object.fromEntries(
        slots.map(([name, { moments }]) => [name, moments.map((moment) => moment.slice())]),
      ),
    };
  }

  async restore(state: TrainerState): Promise<void> {
    for (const [name, slot] of this.#parameters.slots) {
      copyInto(`weights of ${name}`, slot.weights, state.weights[name]);
      for (const [i, moment] of slot.moments.entries()) {
        copyInto(`moment ${i} of ${name}`, moment, state.moments[name]?.[i]);
      }
    }
    for (const table of this.#parameters.tables.values()) table.markAllKnown();
    this.#source.weightsChanged();
    this.#step = state.step;
  }

  async close(): Promise<void> {
    await this.#source.close();
    for (const session of this.#forward.values()) await session.release();
  }

  async #runForward(
    model: "evaluationModel" | "predictionModel",
    batch: Tensors,
  ): Promise<Record<string, Tensor>> {
    const { plan, backend, threads } = this.#options;
    const session =
      this.#forward.get(model) ?? (await backend.createSession(plan[model], { threads }));
    this.#forward.set(model, session);
    return runAll(session, { ...this.#weights, ...batch });
  }

  async #alone<T>(operation: string, run: () => Promise<T>): Promise<T> {
    if (this.#isBusy) {
      throw new Error(`${operation}: the call before has not ended; await one before the next`);
    }
    this.#isBusy = true;
    try {
      return await run();
    } finally {
      this.#isBusy = false;
    }
  }
}

function isList(batch: Tensors | readonly Tensors[]): batch is readonly Tensors[] {
  return Array.isArray(batch);
}

function copyInto(what: string, to: Float32Array, from: Float32Array | undefined): void {
  if (from?.length !== to.length) {
    throw new RangeError(
      `restore: ${what} needs ${to.length} numbers, found ${from?.length ?? "none"}`,
    );
  }
  to.set(from);
}

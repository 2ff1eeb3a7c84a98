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
import { checkState, stateOf, takeState } from "./state.ts";
import type { Carried } from "./state.ts";
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
  /** From a trainer of other parameters, which this one follows. */
  readonly carried?: Carried;
};

/** A trainer of the same parameters all along. */
export type CoreTrainer = Omit<Trainer, "setTrainable">;

/** Opens the session, or one on each of several threads, and returns a trainer that updates on this thread. */
export async function openLocalTrainer(options: LocalOptions): Promise<CoreTrainer> {
  const { plan, backend, threads, workers, optimizer, weights } = options;
  const parameters = new Parameters(plan, optimizer, weights);
  const feeds: Record<string, Tensor> = Object.fromEntries(
    plan.parameters.map(({ name, shape }) => [
      name,
      float32(parameters.slots.get(name)?.weights ?? weights[name], shape),
    ]),
  );
  if (workers === 0) {
    const source = await localSource(backend, plan.trainModel, feeds, threads);
    return new LocalTrainer(options, parameters, feeds, source);
  }
  const { workerSource } = await import("../worker/worker-source.ts");
  const source = await workerSource(plan.trainModel, feeds, workers, threads);
  return new LocalTrainer(options, parameters, feeds, source);
}

class LocalTrainer implements CoreTrainer {
  readonly parameters: Trainer["parameters"];
  readonly #options: Omit<LocalOptions, "weights">;
  readonly #source: GradientSource;
  readonly #parameters: Parameters;
  readonly #accumulator: Accumulator;
  /** The trained ones are views of the arena; the session or the workers read this object anew for each batch. */
  readonly #weights: Record<string, Tensor>;
  /** Parameters whose values are no longer those that training began with. */
  readonly #changed: Set<string>;
  readonly #forward = new Map<"evaluationModel" | "predictionModel", Session>();
  #step = 0;
  #isBusy = false;

  constructor(
    options: LocalOptions,
    parameters: Parameters,
    weights: Record<string, Tensor>,
    source: GradientSource,
  ) {
    // The given weights and moments were copied; keeping them alive would double their memory.
    const { weights: _, carried, ...kept } = options;
    this.#options = kept;
    this.#parameters = parameters;
    this.#weights = weights;
    this.#source = source;
    this.#accumulator = new Accumulator(kept.plan, parameters, source, new Random(kept.seed + 1));
    this.#changed = new Set([...(carried?.changed ?? []), ...parameters.slots.keys()]);
    if (carried !== undefined) this.#take(carried);
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

  state(): Promise<TrainerState> {
    return this.#alone("state", async () => {
      const weights = [...this.#changed].map((name) => [
        name,
        floatsOf(this.#weights[name]).slice(),
      ]);
      return {
        step: this.#step,
        weights: Object.fromEntries(weights),
        ...stateOf(this.#parameters),
        random: this.#accumulator.random.state,
      };
    });
  }

  restore(state: TrainerState): Promise<void> {
    return this.#alone("restore", async () => {
      checkState(state, this.#options.plan, this.#parameters);
      this.#take(state);
      for (const [name, values] of Object.entries(state.weights)) {
        const slot = this.#parameters.slots.get(name);
        if (slot !== undefined) slot.weights.set(values);
        else this.#weights[name] = float32(values.slice(), this.#weights[name].shape);
        this.#changed.add(name);
      }
      this.#source.weightsChanged();
    });
  }

  #take({ step, random, ...trained }: Omit<TrainerState, "weights">): void {
    // First, since it is this that may throw.
    this.#accumulator.random.state = random;
    takeState(trained, this.#parameters);
    this.#step = step;
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

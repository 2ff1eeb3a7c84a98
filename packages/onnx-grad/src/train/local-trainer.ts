import type { Backend, Session, Tensors } from "../runtime/backend.ts";
import { float32 } from "../runtime/tensor.ts";
import type { Tensor } from "../runtime/tensor.ts";
import { DropoutMasks } from "./dropout-masks.ts";
import { checkFeeds } from "./feeds.ts";
import { freeBuffers } from "./free-buffers.ts";
import type { Optimizer } from "./optimizer.ts";
import { Parameters } from "./parameters.ts";
import type { TrainingPlan } from "./plan.ts";
import { Random } from "./random.ts";
import type { Evaluation, StepOptions, StepResult, Trainer, TrainerState } from "./trainer.ts";

export type LocalOptions = {
  readonly plan: TrainingPlan;
  readonly backend: Backend;
  readonly threads: number;
  readonly optimizer: Optimizer;
  readonly clipNorm: number;
  readonly seed: number;
  /** The values of all parameters to start from. */
  readonly weights: Readonly<Record<string, Float32Array>>;
};

/** Opens the session and returns a trainer that runs on this thread. */
export async function openLocalTrainer(options: LocalOptions): Promise<Trainer> {
  const { plan, backend, threads } = options;
  const session = await backend.createSession(plan.trainModel, { threads });
  return new LocalTrainer(options, session);
}

type Gradients = Map<string, Float32Array>;

class LocalTrainer implements Trainer {
  readonly #options: Omit<LocalOptions, "weights">;
  readonly #session: Session;
  readonly #parameters: Parameters;
  readonly #masks: DropoutMasks;
  readonly #weightFeeds: Record<string, Tensor> = {};
  readonly #forward = new Map<"evaluationModel" | "predictionModel", Session>();
  #step = 0;
  #isBusy = false;

  constructor(options: LocalOptions, session: Session) {
    const { weights, ...kept } = options;
    const { plan, optimizer, seed } = kept;
    // The weights are copied; keeping the given ones alive would double their memory.
    this.#options = kept;
    this.#session = session;
    this.#parameters = new Parameters(plan, optimizer, weights);
    this.#masks = new DropoutMasks(plan.dropouts, new Random(seed + 1));
    for (const { name, shape } of plan.parameters) {
      const data = this.#parameters.slots.get(name)?.weights ?? weights[name];
      this.#weightFeeds[name] = float32(data, shape);
    }
  }

  step(batch: Tensors | readonly Tensors[], options: StepOptions = {}): Promise<StepResult> {
    return this.#alone("step", async () => {
      const batches = isList(batch) ? batch : [batch];
      const shares = options.shares ?? batches.map(() => 1 / batches.length);
      if (batches.length === 0 || shares.length !== batches.length) {
        throw new RangeError(`step: ${batches.length} batches and ${shares.length} shares`);
      }
      const gradients: Gradients = new Map();
      let [loss, outputs]: [number, Tensors] = [0, {}];
      for (const [i, feeds] of batches.entries()) {
        const part = await this.#accumulate(feeds, shares[i], gradients);
        loss += shares[i] * part.loss;
        outputs = part.outputs;
      }
      const { clipNorm, optimizer } = this.#options;
      const learningRate = options.learningRate ?? optimizer.learningRate;
      const update = { learningRate, clipNorm, number: this.#step + 1 };
      const gradientNorm = this.#parameters.update(gradients, update);
      freeBuffers(gradients.values());
      this.#step += 1;
      return { loss, gradientNorm, step: this.#step, learningRate, outputs };
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
      parameters.map(({ name }) => [name, floatsOf(this.#weightFeeds[name]).slice()]),
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
    this.#step = state.step;
  }

  async close(): Promise<void> {
    await this.#session.release();
    for (const session of this.#forward.values()) await session.release();
  }

  /** Adds `share` times the gradients of one batch to `gradients` and to the tables. */
  async #accumulate(feeds: Tensors, share: number, gradients: Gradients): Promise<Evaluation> {
    const { plan } = this.#options;
    const sizes = checkFeeds(plan.inputs, feeds);
    const all = { ...feeds, ...this.#weightFeeds, ...this.#masks.draw(sizes) };
    for (const { table, ids, rows } of plan.lookups) {
      const { shape, data } = feeds[ids];
      const width = this.#parameters.slot(table).shape[1];
      const into = new Float32Array(data.length * width);
      this.#parameters.tables.get(table)?.gather(data, into);
      all[rows] = float32(into, [...shape, width]);
    }
    const results = await runAll(this.#session, all);
    const loss = Number(results["loss"].data[0]);
    if (!Number.isFinite(loss)) {
      throw new RangeError(`step: the loss is ${loss}; the weights are unchanged`);
    }
    for (const { table, ids, gradient } of plan.lookups) {
      const part = floatsOf(results[gradient]);
      this.#parameters.tables.get(table)?.scatterAdd(feeds[ids].data, part, share);
      freeBuffers([part]);
    }
    for (const [name, output] of Object.entries(plan.gradients)) {
      accumulate(gradients, name, floatsOf(results[output]), share);
    }
    const outputs = Object.fromEntries(plan.outputs.map((name) => [name, results[name]]));
    return { loss, outputs };
  }

  async #runForward(
    model: "evaluationModel" | "predictionModel",
    batch: Tensors,
  ): Promise<Record<string, Tensor>> {
    const { plan, backend, threads } = this.#options;
    const session =
      this.#forward.get(model) ?? (await backend.createSession(plan[model], { threads }));
    this.#forward.set(model, session);
    return runAll(session, { ...this.#weightFeeds, ...batch });
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

/** Runs the session for all its outputs; feeds that it does not take are left out. */
async function runAll(session: Session, feeds: Tensors): Promise<Record<string, Tensor>> {
  const taken = session.inputNames.map((name) => {
    if (Object.hasOwn(feeds, name)) return [name, feeds[name]] as const;
    throw new RangeError(`feeds: input ${JSON.stringify(name)} is missing`);
  });
  const fetches = Object.fromEntries(session.outputNames.map((name) => [name, null]));
  return session.run(Object.fromEntries(taken), fetches);
}

/** The first gradient is kept as it came, the others are added to it. */
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

function floatsOf({ data }: Tensor): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new TypeError("train: expected a float32 tensor");
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

import type { Tensors } from "../runtime/backend.ts";
import type { CoreTrainer } from "./local-trainer.ts";
import type { Carried } from "./state.ts";
import type { Evaluation, StepOptions, StepResult, Trainer, TrainerState } from "./trainer.ts";

type Weights = Readonly<Record<string, Float32Array>>;

/** Opens a trainer from a plan that holds which parameters are trained. */
export type OpenCore = (weights: Weights, carried?: Carried) => Promise<CoreTrainer>;

/** A trainer whose trained parameters may change: each set of them has a training model of its own. */
export class PhasedTrainer implements Trainer {
  #core: CoreTrainer;
  readonly #plan: (trainable: (name: string) => boolean) => OpenCore;

  /** `plan` differentiates the model for other trained parameters; it throws when that cannot be done. */
  constructor(core: CoreTrainer, plan: (trainable: (name: string) => boolean) => OpenCore) {
    this.#core = core;
    this.#plan = plan;
  }

  get parameters(): Trainer["parameters"] {
    return this.#core.parameters;
  }

  async setTrainable(trainable: (name: string) => boolean): Promise<void> {
    const open = this.#plan(trainable);
    const { weights: changed, ...state } = await this.#core.state();
    const weights = await this.#core.weights();
    // Two open at once would need twice the memory.
    await this.#core.close();
    this.#core = await open(weights, { ...state, changed: Object.keys(changed) });
  }

  step(batch: Tensors | readonly Tensors[], options?: StepOptions): Promise<StepResult> {
    return this.#core.step(batch, options);
  }

  evaluate(batch: Tensors): Promise<Evaluation> {
    return this.#core.evaluate(batch);
  }

  predict(batch: Tensors): Promise<Tensors> {
    return this.#core.predict(batch);
  }

  weights(): Promise<Record<string, Float32Array>> {
    return this.#core.weights();
  }

  state(): Promise<TrainerState> {
    return this.#core.state();
  }

  restore(state: TrainerState): Promise<void> {
    return this.#core.restore(state);
  }

  close(): Promise<void> {
    return this.#core.close();
  }
}

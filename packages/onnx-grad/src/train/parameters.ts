import type { Optimizer } from "./optimizer.ts";
import type { TrainingPlan } from "./plan.ts";
import { RowGradients } from "./row-gradients.ts";
import { allocateSlots } from "./slot.ts";
import type { Slot } from "./slot.ts";
import { sumOfSquares, updateParameter } from "./update.ts";
import type { UpdateStep } from "./update.ts";

export type Update = {
  readonly learningRate: number;
  /** 1 at the trainer's first. */
  readonly number: number;
  /** Gradients are scaled down to this norm when theirs is larger. */
  readonly clipNorm: number;
};

/** The trained parameters of a model, their moments, and their update. */
export class Parameters {
  readonly slots: ReadonlyMap<string, Slot>;
  /** One for each table that is looked up outside the graph. */
  readonly tables: ReadonlyMap<string, RowGradients>;
  /** How often each was updated: those that were frozen at first have fewer updates than the trainer. */
  readonly updates: Map<string, number>;
  readonly #optimizer: Optimizer;
  readonly #gradients: TrainingPlan["gradients"];

  constructor(
    plan: TrainingPlan,
    optimizer: Optimizer,
    weights: Readonly<Record<string, Float32Array>>,
  ) {
    const trained = plan.parameters.filter(({ name }) => !plan.frozen.includes(name));
    const slots = allocateSlots(trained, optimizer);
    this.slots = new Map(slots.map((slot) => [slot.name, slot]));
    const tables = new Set(plan.lookups.map(({ table }) => table));
    this.tables = new Map(
      slots.flatMap((slot) => (tables.has(slot.name) ? [[slot.name, new RowGradients(slot)]] : [])),
    );
    this.updates = new Map(slots.map(({ name }) => [name, 0]));
    this.#optimizer = optimizer;
    this.#gradients = plan.gradients;
    for (const { name, weights: values } of slots) values.set(weights[name]);
  }

  slot(name: string): Slot {
    const slot = this.slots.get(name);
    if (slot === undefined) throw new RangeError(`train: there is no trained parameter ${name}`);
    return slot;
  }

  table(name: string): RowGradients {
    const table = this.tables.get(name);
    if (table === undefined) throw new RangeError(`train: there is no table ${name}`);
    return table;
  }

  /** Drops the tables' gradients, after a step that failed. */
  forget(): void {
    for (const table of this.tables.values()) table.forget();
  }

  /**
   * Clips the gradients and updates every parameter; returns the norm before clipping. `gradients` holds
   * those of the graph by parameter, the tables hold their own. Throws, and changes nothing, when the norm is not finite.
   */
  update(gradients: ReadonlyMap<string, Float32Array>, { clipNorm, ...update }: Update): number {
    for (const [name, table] of this.tables) {
      const dense = gradients.get(name);
      if (dense !== undefined) table.addTo(dense);
    }
    const lookedUp = [...this.tables].filter(([name]) => !Object.hasOwn(this.#gradients, name));
    let squares = 0;
    for (const [name, gradient] of gradients) squares += sumOfSquares(this.slot(name), gradient);
    for (const [, table] of lookedUp) squares += table.sumOfSquares();
    const norm = Math.sqrt(squares);
    if (!Number.isFinite(norm)) {
      throw new RangeError(
        `train: the gradient's norm is ${norm} at update ${update.number}; the weights are unchanged. Lower the learning rate or clip the gradients`,
      );
    }
    const gradientScale = Math.min(1, clipNorm / (norm + 1e-6));
    for (const [name, gradient] of gradients) {
      updateParameter(this.slot(name), gradient, this.#next(name, update, gradientScale));
    }
    for (const [name, table] of lookedUp) table.update(this.#next(name, update, gradientScale));
    return norm;
  }

  #next(
    name: string,
    { learningRate }: Pick<Update, "learningRate">,
    gradientScale: number,
  ): UpdateStep {
    const number = (this.updates.get(name) ?? 0) + 1;
    this.updates.set(name, number);
    const rate = learningRate * this.slot(name).learningRateFactor;
    return { optimizer: this.#optimizer, learningRate: rate, number, gradientScale };
  }
}

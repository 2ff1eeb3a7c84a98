import type { Parameters } from "./parameters.ts";
import type { TrainingPlan } from "./plan.ts";
import { sizeOfShape } from "./slot.ts";
import type { TrainerState } from "./trainer.ts";

/** What a trainer takes over from one that trained other parameters of the same model. */
export type Carried = Omit<TrainerState, "weights"> & {
  /** Parameters whose values are no longer those that training began with. */
  readonly changed: readonly string[];
};

/** Moments and counts of the trained parameters, copied. */
export function stateOf({ slots, updates }: Parameters): Pick<TrainerState, "moments" | "updates"> {
  const moments = [...slots].map(
    ([name, slot]) => [name, slot.moments.map((moment) => moment.slice())] as const,
  );
  return { moments: Object.fromEntries(moments), updates: Object.fromEntries(updates) };
}

/** Throws unless `state` has all that the trained parameters need, in their sizes, and nothing that is foreign to the model. */
export function checkState(state: TrainerState, plan: TrainingPlan, parameters: Parameters): void {
  for (const [name, { weights, moments }] of parameters.slots) {
    checkSize(`weights of ${name}`, weights.length, state.weights[name]);
    for (const i of moments.keys()) {
      checkSize(`moment ${i} of ${name}`, weights.length, state.moments[name]?.[i]);
    }
    if (!Number.isSafeInteger(state.updates[name])) {
      throw new RangeError(`restore: the state does not say how often ${name} was updated`);
    }
  }
  for (const [name, weights] of Object.entries(state.weights)) {
    const planned = plan.parameters.find((parameter) => parameter.name === name);
    if (planned === undefined) {
      throw new RangeError(
        `restore: the state has weights of ${name}, which the model does not have`,
      );
    }
    if (plan.baked.includes(name)) {
      throw new RangeError(`restore: ${name} is part of the training model; leave bakeFrozen out`);
    }
    checkSize(`weights of ${name}`, sizeOfShape(planned.shape), weights);
  }
  for (const name of Object.keys(state.moments)) {
    if (parameters.slots.has(name)) continue;
    throw new RangeError(
      `restore: ${name} was trained, and is frozen here; restore with the same \`trainable\`, then call setTrainable`,
    );
  }
}

function checkSize(what: string, size: number, found: Float32Array | undefined): void {
  if (found?.length === size) return;
  throw new RangeError(`restore: ${what} needs ${size} numbers, found ${found?.length ?? "none"}`);
}

/** Copies the moments and counts of those parameters that are trained here too. */
export function takeState(
  { moments, updates }: Pick<TrainerState, "moments" | "updates">,
  parameters: Parameters,
): void {
  for (const [name, slot] of parameters.slots) {
    if (!Object.hasOwn(moments, name)) continue;
    for (const [i, moment] of slot.moments.entries()) moment.set(moments[name][i]);
    parameters.updates.set(name, updates[name]);
    parameters.tables.get(name)?.markAllKnown();
  }
}

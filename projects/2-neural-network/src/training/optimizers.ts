import { adam, fusedAdam, rmsprop, sgd, type Optimizer } from "../optimizers/index.ts";
import { constant, oneCycle, stepDecay, warmupCosine, type Schedule } from "../schedules.ts";
import type { TrainOptions } from "./options.ts";

const optimizers: Record<TrainOptions["optimizer"], () => Optimizer> = {
  sgd: () => sgd(),
  momentum: () => sgd({ momentum: 0.9 }),
  nesterov: () => sgd({ momentum: 0.9, nesterov: true }),
  rmsprop: () => rmsprop(),
  adam: () => adam(),
  fusedAdam: () => fusedAdam(),
};

const schedules: Record<TrainOptions["schedule"], Schedule> = {
  constant,
  step: stepDecay([0.5, 0.75], 0.1),
  cosine: warmupCosine(0.05),
  "one-cycle": oneCycle(),
};

export function optimizerNamed(name: TrainOptions["optimizer"]): Optimizer {
  return optimizers[name]();
}

export function scheduleNamed(name: TrainOptions["schedule"]): Schedule {
  return schedules[name];
}

export const optimizerNames = Object.keys(optimizers);
export const scheduleNames = Object.keys(schedules);

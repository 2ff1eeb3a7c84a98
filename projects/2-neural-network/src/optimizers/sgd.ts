import * as np from "@ml-roadmap/ndarray";
import type { Optimizer, Update } from "./optimizer.ts";

/**
 * Stochastic gradient descent with momentum: `v ← μ v + g`, `θ ← θ - η v`; Nesterov's form steps
 * along `g + μ v` instead (Sutskever et al. 2013, in PyTorch's arrangement). `g` includes the
 * decay `λ θ`. Momentum 0 is plain gradient descent.
 */
export function sgdUpdate(
  { value, gradient, state, learningRate, weightDecay }: Update,
  momentum: number,
  nesterov: boolean,
): ReturnType<Optimizer["update"]> {
  //#region solution 2.6 gradient descent with momentum
  const decayed = np.add(gradient, np.multiply(value, weightDecay));
  const velocity = np.add(np.multiply(state["velocity"], momentum), decayed);
  const direction = nesterov ? np.add(decayed, np.multiply(velocity, momentum)) : velocity;
  return { value: np.subtract(value, np.multiply(direction, learningRate)), state: { velocity } };
  //#endregion
}

/** Gradient descent, with momentum and Nesterov's look-ahead if asked. */
export function sgd({ momentum = 0, nesterov = false } = {}): Optimizer {
  return {
    name: nesterov ? "nesterov" : momentum > 0 ? "momentum" : "sgd",
    init: (value) => ({ velocity: np.zerosLike(value) }),
    update: (step) => sgdUpdate(step, momentum, nesterov),
  };
}

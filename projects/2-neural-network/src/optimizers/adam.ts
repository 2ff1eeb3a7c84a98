import * as np from "@ml-roadmap/ndarray";
import type { Optimizer, Update } from "./optimizer.ts";

export interface AdamOptions {
  /** Decay of the first moment. */
  beta1: number;
  /** Decay of the second moment. */
  beta2: number;
  epsilon: number;
}

/**
 * Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019):
 *
 * `m ← β₁ m + (1 - β₁) g`, `v ← β₂ v + (1 - β₂) g²`, `m̂ = m / (1 - β₁ᵗ)`, `v̂ = v / (1 - β₂ᵗ)`,
 * `θ ← θ - η λ θ - η m̂ / (sqrt(v̂) + ε)`.
 */
export function adamUpdate(
  { value, gradient, state, step, learningRate, weightDecay }: Update,
  { beta1, beta2, epsilon }: AdamOptions,
): ReturnType<Optimizer["update"]> {
  //#region solution 2.7 Adam with decoupled weight decay
  const m = np.add(np.multiply(state["m"], beta1), np.multiply(gradient, 1 - beta1));
  const v = np.add(np.multiply(state["v"], beta2), np.multiply(np.square(gradient), 1 - beta2));
  const mHat = np.divide(m, 1 - beta1 ** step);
  const vHat = np.divide(v, 1 - beta2 ** step);
  const direction = np.divide(mHat, np.add(np.sqrt(vHat), epsilon));
  const decayed = np.multiply(value, 1 - learningRate * weightDecay);
  return {
    value: np.subtract(decayed, np.multiply(direction, learningRate)),
    state: { m, v },
  };
  //#endregion
}

/** Adam; with a weight decay in its updates it is AdamW. */
export function adam({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = {}): Optimizer {
  return {
    name: "adam",
    init: (value) => ({ m: np.zerosLike(value), v: np.zerosLike(value) }),
    update: (step) => adamUpdate(step, { beta1, beta2, epsilon }),
  };
}

import * as np from "@ml-roadmap/ndarray";
import type { Optimizer } from "./optimizer.ts";

/**
 * RMSProp: `v ← ρ v + (1 - ρ) g²`, `θ ← θ - η g / (sqrt(v) + ε)` (Tieleman and Hinton 2012).
 */
export function rmsprop({ rho = 0.99, epsilon = 1e-8 } = {}): Optimizer {
  return {
    name: "rmsprop",
    init: (value) => ({ square: np.zerosLike(value) }),
    update: ({ value, gradient, state, learningRate, weightDecay }) => {
      const decayed = np.add(gradient, np.multiply(value, weightDecay));
      const square = np.add(
        np.multiply(state["square"], rho),
        np.multiply(np.square(decayed), 1 - rho),
      );
      const direction = np.divide(decayed, np.add(np.sqrt(square), epsilon));
      return { value: np.subtract(value, np.multiply(direction, learningRate)), state: { square } };
    },
  };
}

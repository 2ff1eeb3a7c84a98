import { fused, toHeap, zerosLike } from "@ml-roadmap/ndarray";
import type { Optimizer, Update } from "./optimizer.ts";

/**
 * The same numbers as `adam`, in one pass of a kernel that writes over the value and the moments:
 * it makes no temporary arrays, which is most of the time that `adam` takes. `update` returns the
 * arrays that it was given, changed; they must be contiguous.
 */
export function fusedAdam({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = {}): Optimizer {
  return {
    name: "fusedAdam",
    init: (value) => ({ m: toHeap(zerosLike(value)), v: toHeap(zerosLike(value)) }),
    update: ({ value, gradient, state, step, learningRate, weightDecay }: Update) => {
      const settings = { learningRate, weightDecay, step, beta1, beta2, epsilon };
      fused.adamw(value, gradient, state["m"], state["v"], settings);
      return { value, state };
    },
  };
}

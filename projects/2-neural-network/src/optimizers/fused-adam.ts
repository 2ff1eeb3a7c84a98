import { zerosLike, type NDArray } from "@ml-roadmap/ndarray";
import type { Optimizer, Update } from "./optimizer.ts";

/**
 * The same numbers as `adam`, in one loop that writes over the value and the moments: it makes no
 * temporary arrays, which is most of the time that `adam` takes. `update` returns the arrays that
 * it was given, changed.
 *
 * @throws TypeError when the value is not a contiguous float32 array
 */
export function fusedAdam({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = {}): Optimizer {
  return {
    name: "fusedAdam",
    init: (value) => ({ m: zerosLike(value), v: zerosLike(value) }),
    update: ({ value, gradient, state, step, learningRate, weightDecay }: Update) => {
      const [w, m, v] = [value, state["m"], state["v"]].map(floats);
      const g = gradient.toTyped();
      const keep = 1 - learningRate * weightDecay;
      const rate = learningRate / (1 - beta1 ** step);
      const scale = 1 / Math.sqrt(1 - beta2 ** step);
      for (let i = 0; i < w.length; i++) {
        const first = beta1 * m[i] + (1 - beta1) * g[i];
        const second = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
        m[i] = first;
        v[i] = second;
        w[i] = keep * w[i] - (rate * first) / (scale * Math.sqrt(second) + epsilon);
      }
      return { value, state };
    },
  };
}

/** The array's own memory. */
function floats(array: NDArray): Float32Array {
  const { data } = array;
  if (!(data instanceof Float32Array) || !array.isContiguous || data.length !== array.size) {
    throw new TypeError(
      `fusedAdam: expected a contiguous float32 array, found ${array.dtype} of (${array.shape.join(", ")})`,
    );
  }
  return data;
}

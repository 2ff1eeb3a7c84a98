import type { NDArray } from "@ml-roadmap/ndarray";
import type { Layer } from "./layer.ts";

/** (N, ...) -> (N, product of the rest). */
export function flatten(): Layer {
  let shape: readonly number[] = [];
  return {
    name: "flatten",
    parameters: [],
    forward(x: NDArray): NDArray {
      shape = x.shape;
      return x.reshape(x.shape[0], -1);
    },
    backward: (dY: NDArray): NDArray => dY.reshape(shape),
  };
}

import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { Mode } from "../layers/layer.ts";
import type { Sequential } from "../network.ts";

/** The loss is no finite number any more, so no later step can be right. */
export class DivergedError extends Error {
  override name = "DivergedError";
}

/**
 * Says at which step the loss broke, and where the trouble shows first: in a parameter, or in the
 * output of a layer.
 *
 * @param x the batch of that step
 */
export function diverged(
  network: Sequential,
  x: NDArray,
  mode: Mode,
  step: number,
  loss: number,
): DivergedError {
  return new DivergedError(
    `training: the loss became ${loss} at step ${step}; ${place(network, x, mode)}. ` +
      "Try a smaller learning rate (--learning-rate) or gradient clipping (--clip-norm).",
  );
}

function place(network: Sequential, x: NDArray, mode: Mode): string {
  const finite = (array: NDArray) => np.all(np.isfinite(array));
  if (!finite(x)) return "the input itself holds NaN or infinite values";
  const broken = network.parameters.find(({ value }) => !finite(value));
  if (broken) return `parameter ${broken.name} holds NaN or infinite values`;
  let activation = x;
  for (const [i, layer] of network.layers.entries()) {
    activation = layer.forward(activation, mode);
    if (!finite(activation)) {
      return `all parameters are finite, but the output of layer ${i} (${layer.name}) is not: it overflows`;
    }
  }
  return "all layers' outputs are finite: the loss itself overflows";
}

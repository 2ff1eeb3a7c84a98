import * as np from "@ml-roadmap/ndarray";
import type { Sequential } from "../network.ts";

/** The loss is no finite number any more, so no later step can be right. */
export class DivergedError extends Error {
  override name = "DivergedError";
}

/** Says at which step the loss broke, and in which parameter the trouble shows first. */
export function diverged(network: Sequential, step: number, loss: number): DivergedError {
  const broken = network.parameters.find(({ value }) => !np.all(np.isfinite(value)));
  const where = broken
    ? `parameter ${broken.name} holds NaN or infinite values`
    : "all parameters are still finite: the input or an activation overflows";
  return new DivergedError(
    `training: the loss became ${loss} at step ${step}; ${where}. ` +
      "Try a smaller learning rate (--learning-rate) or gradient clipping (--clip-norm).",
  );
}

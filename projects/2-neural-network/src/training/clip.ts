import * as np from "@ml-roadmap/ndarray";
import type { Parameter } from "../layers/layer.ts";

/** Euclidean norm of all gradients taken as one long vector. */
export function globalNorm(parameters: readonly Parameter[]): number {
  let sum = 0;
  for (const { gradient } of parameters) sum += np.sum(np.square(gradient));
  return Math.sqrt(sum);
}

/**
 * Scales all gradients down together so that their global norm is at most `maxNorm`: the step's
 * direction stays, its length is bounded (Pascanu et al. 2013).
 *
 * @returns the norm before clipping
 */
export function clipGradients(parameters: readonly Parameter[], maxNorm: number): number {
  const norm = globalNorm(parameters);
  if (norm > maxNorm) {
    for (const parameter of parameters) {
      parameter.gradient = np.multiply(parameter.gradient, maxNorm / norm);
    }
  }
  return norm;
}

import type { EncoderConfig } from "../models/encoder-config.ts";
import { tensorNames } from "../models/tensor-names.ts";

/** Which weights are trained: all, only the head's, layer by layer from the top, or low-rank updates and the head. */
export const tuningModes = ["full", "head", "gradual", "lora"] as const;
export type TuningMode = (typeof tuningModes)[number];

/**
 * How far above the word embeddings a parameter stands: 0 for the embeddings, 1 to `layers` for the encoder's layers,
 * `layers + 1` for the pooler and the classifier.
 */
export function depthOf(name: string, { family, layers }: EncoderConfig): number {
  const names = tensorNames(family);
  for (let index = 0; index < layers; index += 1) {
    const prefix = names.layer(index).query.replace(/attention\..*$/, "");
    if (name.startsWith(prefix)) return index + 1;
  }
  return name.startsWith(`${family}.embeddings.`) ? 0 : layers + 1;
}

/**
 * Layer-wise learning-rate decay: the factor of a parameter's learning rate, 1 at the head and `decay` times less
 * with every layer below it, so that what pretraining learned at the bottom changes least.
 * Source: https://arxiv.org/abs/1801.06146, section 3.2.
 */
export function learningRateFactor(depth: number, layers: number, decay: number): number {
  //#region solution 4.9 decay once for each layer between the head and the parameter
  return decay ** (layers + 1 - depth);
  //#endregion
}

/**
 * Which parameters are trained in an epoch (from 0). Gradual unfreezing trains the head alone first, and in each further
 * epoch one layer more; the embeddings come last. Source: https://arxiv.org/abs/1801.06146, section 3.3.
 */
export function isTrained(
  name: string,
  mode: TuningMode,
  epoch: number,
  config: EncoderConfig,
): boolean {
  const depth = depthOf(name, config);
  const head = config.layers + 1;
  //#region solution 4.10 by mode: everything, the head, the head and what lies open by now, updates and head
  if (mode === "full") return true;
  if (mode === "head") return depth === head;
  if (mode === "gradual") return depth >= head - epoch;
  return depth === head || name.includes(".lora_");
  //#endregion
}

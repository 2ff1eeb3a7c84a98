import * as np from "@ml-roadmap/ndarray";
import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";

// R rank, I inputs, O outputs of a dense layer.

/** The dense layers of an encoder layer. */
export const loraTargets = ["query", "key", "value", "attended", "inner", "outer"] as const;
export type LoraTarget = (typeof loraTargets)[number];

/** Low-rank adaptation: which dense layers learn an update, and of which rank. */
export interface Lora {
  readonly rank: number;
  /** The update is scaled by `alpha / rank`, so that the learning rate need not change with the rank. */
  readonly alpha: number;
  /** Dropout rate of the update's input. */
  readonly dropout: number;
  readonly targets: readonly LoraTarget[];
}

/** A usual choice: queries and values. Source: https://arxiv.org/abs/2106.09685, section 7.1. */
export const defaultLora: Lora = { rank: 8, alpha: 16, dropout: 0, targets: ["query", "value"] };

/** What the two matrices of a layer's update are called, as in the PEFT library. */
export function loraNames(layer: string): { readonly down: string; readonly up: string } {
  return { down: `${layer}.lora_A.weight`, up: `${layer}.lora_B.weight` };
}

/**
 * What a low-rank update adds to a dense layer's output: x `(B, S, I)`, down `(R, I)`, up `(O, R)`;
 * the result is `scale x down^T up^T`, `(B, S, O)`. Source: https://arxiv.org/abs/2106.09685, section 4.1.
 */
export function lowRankUpdate(x: Value, down: Value, up: Value, scale: number): Value {
  //#region solution 4.11 down to the rank, up to the outputs, scaled
  return og.multiply(og.linear(og.linear(x, down), up), scale);
  //#endregion
}

/**
 * A dense layer's weight with its update added for good: weight `(O, I)`, down `(R, I)`, up `(O, R)`;
 * the result is a new array. A merged layer costs nothing extra when it is used.
 */
export function mergedWeight(
  weight: np.NDArray,
  down: np.NDArray,
  up: np.NDArray,
  scale: number,
): np.NDArray {
  //#region solution 4.11 the update as one matrix, added to the weight
  return np.add(weight, np.multiply(np.matmul(up, down), scale));
  //#endregion
}

/** A layer's update with matrices of its own; it starts at nothing, since `up` starts at zero. */
export function loraUpdate(graph: Graph, layer: string, x: Value, width: number, lora: Lora) {
  const names = loraNames(layer);
  const inputs = Number(x.shape[x.rank - 1]);
  const down = graph.parameter(names.down, [lora.rank, inputs], og.fanIn);
  const up = graph.parameter(names.up, [width, lora.rank], og.zeros);
  return lowRankUpdate(og.dropout(x, lora.dropout), down, up, lora.alpha / lora.rank);
}

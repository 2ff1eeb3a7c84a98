import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";
import { loraUpdate, type Lora, type LoraTarget } from "./lora.ts";

// Layers with parameters of their own, as PyTorch names and keeps them.

/** How BERT's weights start. Source: https://arxiv.org/abs/1810.04805 */
export const smallNormal = og.normal(0.02);

/** `x weight^T + bias`: x `(..., in)`, weight `(width, in)`, bias `(width)`; the result is `(..., width)`. */
export function dense(graph: Graph, name: string, x: Value, width: number): Value {
  const inputs = Number(x.shape[x.rank - 1]);
  const weight = graph.parameter(`${name}.weight`, [width, inputs], smallNormal);
  return og.linear(x, weight, graph.parameter(`${name}.bias`, [width], og.zeros));
}

/** A dense layer, with a low-rank update where `lora` names it. */
export function adaptedDense(
  graph: Graph,
  name: string,
  x: Value,
  width: number,
  target: LoraTarget,
  lora: Lora | undefined,
): Value {
  const y = dense(graph, name, x, width);
  if (!lora?.targets.includes(target)) return y;
  return og.add(y, loraUpdate(graph, name, x, width, lora));
}

/** Layer norm over the last axis, with a scale and a shift for each of its elements. */
export function norm(graph: Graph, name: string, x: Value, epsilon: number): Value {
  const width = Number(x.shape[x.rank - 1]);
  const weight = graph.parameter(`${name}.weight`, [width], og.ones);
  return og.layerNorm(x, weight, graph.parameter(`${name}.bias`, [width], og.zeros), epsilon);
}

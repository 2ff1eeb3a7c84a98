import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";
import { loraUpdate, type Lora, type LoraTarget } from "./lora.ts";

// Layers with parameters of their own, as PyTorch names and keeps them.

/**
 * `x weight^T + bias`: x `(..., in)`, weight `(width, in)`, bias `(width)`; the result is `(..., width)`.
 * Weights that start anew are normal with standard deviation `std`.
 */
export function dense(graph: Graph, name: string, x: Value, width: number, std: number): Value {
  const inputs = Number(x.shape[x.rank - 1]);
  const weight = graph.parameter(`${name}.weight`, [width, inputs], og.normal(std));
  return og.linear(x, weight, graph.parameter(`${name}.bias`, [width], og.zeros));
}

/** A dense layer, with a low-rank update where `lora` names it. */
export function adaptedDense(
  graph: Graph,
  name: string,
  x: Value,
  width: number,
  std: number,
  target: LoraTarget,
  lora: Lora | undefined,
): Value {
  const y = dense(graph, name, x, width, std);
  if (!lora?.targets.includes(target)) return y;
  return og.add(y, loraUpdate(graph, name, x, width, lora));
}

/** Layer norm over the last axis, with a scale and a shift for each of its elements. */
export function norm(graph: Graph, name: string, x: Value, epsilon: number): Value {
  const width = Number(x.shape[x.rank - 1]);
  const weight = graph.parameter(`${name}.weight`, [width], og.ones);
  return og.layerNorm(x, weight, graph.parameter(`${name}.bias`, [width], og.zeros), epsilon);
}

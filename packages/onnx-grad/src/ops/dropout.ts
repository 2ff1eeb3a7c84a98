import type { Graph } from "../graph/graph.ts";
import type { Shape } from "../graph/shape.ts";
import type { Value } from "../graph/value.ts";
import { multiply } from "./elementwise.ts";

/**
 * Sets each element to 0 with probability `rate` and scales the others by `1 / (1 - rate)`, in training;
 * `x` itself otherwise. The mask is an input that the trainer draws from its seed: ONNX Runtime's own
 * Dropout is slow and does not say what it drew.
 */
export function dropout(x: Value, rate: number): Value {
  const { graph } = x;
  checkRate("dropout", rate);
  if (rate === 0 || graph.mode === "inference") return x;
  return multiply(x, dropoutMask(graph, x.shape, rate));
}

/** Throws RangeError unless `rate` is a share that leaves something. */
export function checkRate(operation: string, rate: number): void {
  if (rate >= 0 && rate < 1) return;
  throw new RangeError(`${operation}: expected a dropout rate from 0 to below 1, found ${rate}`);
}

/** The mask alone, 0 or `1 / (1 - rate)`. */
export function dropoutMask(graph: Graph, shape: Shape, rate: number): Value {
  const mask = graph.input(graph.freshName("dropout"), shape);
  graph.dropouts.push({ mask, rate });
  return mask;
}

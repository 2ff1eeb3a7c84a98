import type { Dimension } from "../onnx/model.ts";
import type { Graph } from "../graph/graph.ts";
import { sizeOf } from "../graph/runtime-shape.ts";
import type { Value } from "../graph/value.ts";
import { add, cast, lessEqual, multiply, negative, subtract, where } from "./elementwise.ts";
import { concatenate, expandDims, reshape, slice } from "./shape.ts";

/** Large enough to silence a key, small enough not to overflow when two such masks meet. */
const silent = -1e9;

/** `0, 1, ..., length - 1` as int64 `(length)`. */
export function range(graph: Graph, length: Dimension): Value {
  const [zero, one] = [graph.scalar(0, "int64"), graph.scalar(1, "int64")];
  const limit = reshape(sizeOf(graph, length), []);
  return graph.apply("Range", [zero, limit, one], { length })[0];
}

/** An attention bias from a padding mask: int64 or float32 `(B, K)` of 1 and 0 becomes 0 and -1e9, `(B, 1, 1, K)`. */
export function paddingBias(mask: Value): Value {
  const bias = multiply(subtract(1, cast(mask, "float32")), silent);
  return expandDims(expandDims(bias, 1), 1);
}

/** An attention bias that hides later positions: float32 `(length, length)`. */
export function causalBias(graph: Graph, length: Dimension): Value {
  const positions = range(graph, length);
  const isSeen = lessEqual(expandDims(positions, 0), expandDims(positions, 1));
  return where(isSeen, 0, silent);
}

/**
 * Rotary position embedding in the half-split layout (GPT-NeoX, Llama): x `(..., S, D)`, cos and sin `(S, D)`.
 * Source: https://arxiv.org/abs/2104.09864
 */
export function rotary(x: Value, cos: Value, sin: Value): Value {
  const axis = x.rank - 1;
  const size = Number(x.shape[axis]);
  const [low, high] = [slice(x, axis, 0, size / 2), slice(x, axis, size / 2)];
  const turned = concatenate([negative(high), low], axis);
  return add(multiply(x, cos), multiply(turned, sin));
}

import type { Graph } from "./graph.ts";
import { shapeOf } from "./runtime-shape.ts";
import type { Shape } from "./shape.ts";
import type { Value } from "./value.ts";

/** A float32 tensor of zeros, made when the graph runs. */
export function zeros(graph: Graph, shape: Shape): Value {
  return graph.apply("ConstantOfShape", [shapeOf(graph, shape)], { to: shape })[0];
}

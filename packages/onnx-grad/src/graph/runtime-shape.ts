import type { Dimension } from "../onnx/model.ts";
import { factorsOf, termsOf } from "./dimension.ts";
import type { Graph } from "./graph.ts";
import type { Shape } from "./shape.ts";
import type { Value } from "./value.ts";

/** The size of a dimension when the graph runs: int64 of shape [1]. */
export function sizeOf(graph: Graph, dimension: Dimension): Value {
  if (typeof dimension === "number") return graph.ints([dimension]);
  return graph.memo(`size ${dimension}`, () => {
    const factors = factorsOf(dimension);
    if (factors.length > 1 && factors.every((part) => isKnown(graph, part))) {
      return factors
        .map((part) => sizeOf(graph, part))
        .reduce((product, size) => graph.apply("Mul", [product, size], {})[0]);
    }
    const terms = termsOf(dimension);
    if (terms.length > 1 && terms.every((part) => isKnown(graph, part))) {
      return terms
        .map((part) => sizeOf(graph, part))
        .reduce((sum, size) => graph.apply("Add", [sum, size], {})[0]);
    }
    const { value, axis } = graph.symbols.get(dimension);
    return graph.apply("Shape", [value], { start: axis, end: axis + 1 })[0];
  });
}

function isKnown(graph: Graph, dimension: Dimension): boolean {
  return (
    typeof dimension === "number" ||
    factorsOf(dimension).every((part) => typeof part === "number" || graph.symbols.has(part))
  );
}

/** A shape when the graph runs: int64 of shape [rank]. */
export function shapeOf(graph: Graph, shape: Shape): Value {
  const sizes = shape.filter((size) => typeof size === "number");
  if (sizes.length === shape.length) return graph.ints(sizes);
  return graph.memo(`shape ${shape.join()}`, () => {
    const parts = shape.map((size) => sizeOf(graph, size));
    return graph.apply("Concat", parts, { axis: 0 })[0];
  });
}

/**
 * The second input of Reshape from `from` to `to`: 0 copies the size at the same place, -1 stands for
 * what is left; sizes are only computed at run time when more than one symbol stays unknown.
 */
export function reshapeTarget(graph: Graph, from: Shape, to: Shape): Value {
  const known = to.map((size, axis) =>
    typeof size === "number" ? size : size === from[axis] ? 0 : -1,
  );
  const unknown = known.filter((size) => size === -1).length;
  // 0 means "copy" here, so a size that really is 0 must take the other way.
  if (unknown <= 1 && !to.includes(0)) return graph.ints(known);
  return shapeOf(graph, to);
}

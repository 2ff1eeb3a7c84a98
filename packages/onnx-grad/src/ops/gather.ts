import { checkAxis } from "../graph/shape.ts";
import type { Value } from "../graph/value.ts";
import { showShape } from "../graph/dimension.ts";
import { ShapeError } from "../graph/shape-error.ts";

/** Up to this many rows, adding gradients up by a product with a one-hot matrix is faster than row by row. */
export const fewRows = 128;

/** The slices of `x` along `axis` at `indices` (int64 of any shape), inside the graph. */
export function gather(x: Value, indices: Value, axis = 0): Value {
  return x.graph.apply("Gather", [x, indices], { axis: checkAxis("gather", axis, x.rank) })[0];
}

/** For each position of `indices`, the element of `x` that it names along `axis`; the other axes are kept. */
export function takeAlongAxis(x: Value, indices: Value, axis: number): Value {
  const at = checkAxis("takeAlongAxis", axis, x.rank);
  return x.graph.apply("GatherElements", [x, indices], { axis: at })[0];
}

/**
 * The rows of a table: table `(V, H)`, ids int64 `(...)`, the result is `(..., H)`.
 *
 * A trained table of many rows that is looked up by a fed input stays outside the graph: the trainer
 * feeds the rows and adds their gradients up itself, which needs less memory than a gradient of the
 * whole table and is exact when ids repeat (ONNX Runtime's parallel `ScatterND` is not).
 */
export function embedding(table: Value, ids: Value): Value {
  const { graph } = table;
  if (table.rank !== 2 || !graph.parameters.has(table.name)) {
    throw new ShapeError(
      `embedding: expected a parameter of shape (rows, columns), found ${table.name} of shape ${showShape(table.shape)}`,
    );
  }
  const isOutside =
    table.requiresGrad && graph.inputs.includes(ids) && Number(table.shape[0]) > fewRows;
  if (!isOutside) return gather(table, ids);
  const shape = [...ids.shape, table.shape[1]];
  const name = graph.freshName(`${table.name}.rows`);
  const rows = graph.input(name, shape, "float32", { requiresGrad: true });
  graph.lookups.push({ table, ids, rows });
  return rows;
}

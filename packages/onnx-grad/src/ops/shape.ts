import type { Dimension } from "../onnx/model.ts";
import {
  addDimensions,
  checkShape,
  divideDimension,
  multiplyDimensions,
  showShape,
} from "../graph/dimension.ts";
import { reshapeTarget, shapeOf, sizeOf } from "../graph/runtime-shape.ts";
import { checkAxis, sameShape } from "../graph/shape.ts";
import type { Shape } from "../graph/shape.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Value } from "../graph/value.ts";

/**
 * The same elements in another shape. One size may be -1: what is left over. Symbols count too:
 * `[batch, 12, 64]` becomes `[batch, 768]`, and `["batch*sequence", 64]` is a legal size.
 */
export function reshape(x: Value, shape: Shape): Value {
  const to = resolved(x, shape);
  if (sameShape(x.shape, to)) return x;
  return x.graph.apply("Reshape", [x, reshapeTarget(x.graph, x.shape, to)], { to })[0];
}

function resolved(x: Value, shape: Shape): Shape {
  checkShape("reshape", shape.toSpliced(shape.indexOf(-1), shape.includes(-1) ? 1 : 0));
  const total = multiplyDimensions(x.shape);
  const free = shape.indexOf(-1);
  const rest = multiplyDimensions(shape.filter((_, axis) => axis !== free));
  const left = divideDimension(total, rest);
  if (free >= 0 && left !== undefined)
    return shape.map((size, axis) => (axis === free ? left : size));
  if (free < 0 && total === multiplyDimensions(shape)) return shape;
  throw new ShapeError(
    `reshape: ${showShape(x.shape)} has ${total} elements, they do not fit ${showShape(shape)}`,
  );
}

/** The axes in the order of `perm`; by default the last two change places. */
export function transpose(x: Value, perm?: readonly number[]): Value {
  const axes = x.shape.map((_, axis) => axis);
  const order = perm ?? [...axes.slice(0, -2), x.rank - 1, x.rank - 2];
  if (order.length !== x.rank || !axes.every((axis) => order.includes(axis))) {
    throw new ShapeError(
      `transpose: expected each axis of ${showShape(x.shape)} once, found [${order.join(", ")}]`,
    );
  }
  return x.graph.apply("Transpose", [x], { perm: order })[0];
}

/** `x` repeated along axes of size 1 (or new axes in front) until it has `shape`. */
export function expand(x: Value, shape: Shape): Value {
  if (sameShape(x.shape, shape)) return x;
  return x.graph.apply("Expand", [x, shapeOf(x.graph, shape)], { to: shape })[0];
}

/** An axis of size 1 before `axis`. */
export function expandDims(x: Value, axis: number): Value {
  const at = checkAxis("expandDims", axis, x.rank + 1);
  return reshape(x, [...x.shape.slice(0, at), 1, ...x.shape.slice(at)]);
}

/** `x` without the axis, which must have size 1. */
export function squeeze(x: Value, axis: number): Value {
  const at = checkAxis("squeeze", axis, x.rank);
  if (x.shape[at] !== 1) {
    throw new ShapeError(`squeeze: axis ${axis} of ${showShape(x.shape)} is not of size 1`);
  }
  return reshape(x, x.shape.toSpliced(at, 1));
}

/** The values one after another along `axis`; all other sizes must be equal. */
export function concatenate(values: readonly Value[], axis: number): Value {
  const [first] = values;
  if (first === undefined) throw new ShapeError("concatenate: expected at least one value");
  const at = checkAxis("concatenate", axis, first.rank);
  return first.graph.apply("Concat", values, { axis: at })[0];
}

/** `x` cut along `axis` into pieces of these sizes. */
export function split(x: Value, sizes: Shape, axis: number): Value[] {
  const at = checkAxis("split", axis, x.rank);
  return x.graph.apply("Split", [x, shapeOf(x.graph, sizes)], { axis: at, sizes });
}

/**
 * The elements from `start` up to `end` (default: all that follow) along `axis`. Both count from
 * the front; a symbolic axis is taken to be long enough.
 */
export function slice(x: Value, axis: number, start: number, end?: Dimension): Value {
  const at = checkAxis("slice", axis, x.rank);
  const size = x.shape[at];
  const stop = end ?? size;
  const length = sliceLength(x, at, start, stop);
  const { graph } = x;
  return graph.apply("Slice", [x, sizeOf(graph, start), sizeOf(graph, stop), graph.ints([at])], {
    to: x.shape.with(at, length),
  })[0];
}

function sliceLength(x: Value, axis: number, start: number, stop: Dimension): Dimension {
  const size = x.shape[axis];
  const isInside = typeof size !== "number" || typeof stop !== "number" || stop <= size;
  const isOrdered = typeof stop !== "number" || start <= stop;
  if (start >= 0 && isOrdered && isInside) return addDimensions([stop, -start]);
  throw new ShapeError(`slice: cannot take ${start} to ${stop} of ${showShape(x.shape)}`);
}

/** The elements at `index` of `axis`, which is dropped. */
export function select(x: Value, axis: number, index: number): Value {
  return squeeze(slice(x, axis, index, index + 1), axis);
}

/** `x` with `before` and `after` zeros put around it along `axis`. */
export function pad(x: Value, axis: number, before: Dimension, after: Dimension): Value {
  const at = checkAxis("pad", axis, x.rank);
  const { graph } = x;
  const to = x.shape.with(at, addDimensions([before, x.shape[at], after]));
  const pads = shapeOf(graph, [before, after]);
  return graph.apply("Pad", [x, pads, undefined, graph.ints([at])], { to })[0];
}

/** The lower (or upper) triangle of the last two axes, the rest set to zero. */
export function triangle(x: Value, options: { upper?: boolean; diagonal?: number } = {}): Value {
  const diagonal = x.graph.scalar(options.diagonal ?? 0, "int64");
  return x.graph.apply("Trilu", [x, diagonal], { upper: options.upper ?? false })[0];
}

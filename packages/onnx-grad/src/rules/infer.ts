import type { ElementType } from "../onnx/element-type.ts";
import { showShape } from "../graph/dimension.ts";
import { broadcastShapes } from "../graph/shape.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Value, ValueType } from "../graph/value.ts";

// Shape inference that several operators share.

/** The type of `x`. */
export function like(x: Value): ValueType {
  return { dtype: x.dtype, shape: x.shape };
}

/** For operators on floats of one type; throws when `x` is no float. */
export function float(operation: string, x: Value): ValueType {
  if (x.dtype !== "float32" && x.dtype !== "float16" && x.dtype !== "float64") {
    throw new ShapeError(`${operation}: expected floats, found ${x.dtype} ${showShape(x.shape)}`);
  }
  return like(x);
}

/** Two operands of one element type, broadcast. */
export function broadcast(operation: string, a: Value, b: Value): ValueType {
  sameType(operation, a, b);
  return { dtype: a.dtype, shape: broadcastShapes(operation, a.shape, b.shape) };
}

export function sameType(operation: string, a: Value, b: Value): void {
  if (a.dtype === b.dtype) return;
  throw new ShapeError(
    `${operation}: expected one element type, found ${a.dtype} ${showShape(a.shape)} and ${b.dtype} ${showShape(b.shape)}`,
  );
}

export function requireType(operation: string, x: Value, dtype: ElementType): void {
  if (x.dtype === dtype) return;
  throw new ShapeError(`${operation}: expected ${dtype}, found ${x.dtype} ${showShape(x.shape)}`);
}

/** The elements of a constant vector; throws when it is only known at run time. */
export function constantInts(operation: string, x: Value): readonly number[] {
  if (x.ints === undefined) {
    throw new ShapeError(`${operation}: expected ${x.name} to be a constant of the graph`);
  }
  return x.ints;
}

import type { Dimension } from "../onnx/model.ts";
import { showShape } from "./dimension.ts";
import { ShapeError } from "./shape-error.ts";

export type Shape = readonly Dimension[];

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/**
 * The shape that `a` and `b` broadcast to (NumPy's rules; a symbol meets itself or 1).
 * Throws with both shapes in the message.
 */
export function broadcastShapes(operation: string, a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const x = a[axis - rank + a.length] ?? 1;
    const y = b[axis - rank + b.length] ?? 1;
    if (x !== y && x !== 1 && y !== 1) {
      throw new ShapeError(
        `${operation}: cannot broadcast ${showShape(a)} with ${showShape(b)}, ${x} meets ${y}`,
      );
    }
    return x === 1 ? y : x;
  });
}

/** `axis` counted from the front; throws unless it is within `-rank` to `rank - 1`. */
export function checkAxis(operation: string, axis: number, rank: number): number {
  const found = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(axis) || found < 0 || found >= rank) {
    throw new ShapeError(`${operation}: axis ${axis} is outside a shape of ${rank} dimensions`);
  }
  return found;
}

/** `axes` counted from the front, in order and without repeats; all axes when undefined. */
export function checkAxes(
  operation: string,
  axes: number | readonly number[] | undefined,
  rank: number,
): number[] {
  if (axes === undefined) return Array.from({ length: rank }, (_, axis) => axis);
  const list = typeof axes === "number" ? [axes] : axes;
  const found = list.map((axis) => checkAxis(operation, axis, rank)).sort((a, b) => a - b);
  if (new Set(found).size < found.length) {
    throw new ShapeError(`${operation}: axes [${list.join(", ")}] name one twice`);
  }
  return found;
}

/** `shape` without `axes`, or with 1 in their place. */
export function reducedShape(shape: Shape, axes: readonly number[], keepDims: boolean): Shape {
  return shape.flatMap((size, axis) => (axes.includes(axis) ? (keepDims ? [1] : []) : [size]));
}

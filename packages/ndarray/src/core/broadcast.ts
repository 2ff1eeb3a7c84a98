import { ShapeError } from "./errors.ts";
import { formatShape, sameShape } from "./shape.ts";

/**
 * The shape that all the given shapes broadcast to: aligned at the last axis, each pair of
 * lengths is equal or one of them is 1. Throws ShapeError otherwise.
 */
export function broadcastShapes(
  operation: string,
  ...shapes: readonly (readonly number[])[]
): readonly number[] {
  let result = shapes[0];
  for (let i = 1; i < shapes.length; i++) {
    const shape = shapes[i];
    if (!sameShape(result, shape)) result = broadcastPair(operation, result, shape, shapes);
  }
  return result;
}

function broadcastPair(
  operation: string,
  a: readonly number[],
  b: readonly number[],
  all: readonly (readonly number[])[],
): number[] {
  const ndim = Math.max(a.length, b.length);
  const result = new Array<number>(ndim);
  for (let i = 1; i <= ndim; i++) {
    const m = i <= a.length ? a[a.length - i] : 1;
    const n = i <= b.length ? b[b.length - i] : 1;
    if (m !== n && m !== 1 && n !== 1) {
      const listed = all.map(formatShape).join(" and ");
      throw new ShapeError(`${operation}: shapes do not broadcast together, ${listed}`);
    }
    result[ndim - i] = m === 1 ? n : m;
  }
  return result;
}

/** Strides that read an array of `shape` as one of `target`: repeated axes get stride 0. */
export function broadcastStrides(
  shape: readonly number[],
  strides: readonly number[],
  target: readonly number[],
): number[] {
  const result = new Array<number>(target.length).fill(0);
  const lead = target.length - shape.length;
  for (let i = 0; i < shape.length; i++) result[lead + i] = shape[i] === 1 ? 0 : strides[i];
  return result;
}

import type { NDArray } from "./ndarray.ts";
import { ShapeError } from "./errors.ts";
import { formatShape, sameShape } from "./shape.ts";

/** The first and one past the last byte that an array can touch. */
function byteRange(a: NDArray): [number, number] {
  let low = a.offset;
  let high = a.offset;
  for (let axis = 0; axis < a.ndim; axis++) {
    const reach = (a.shape[axis] - 1) * a.strides[axis];
    if (reach < 0) low += reach;
    else high += reach;
  }
  const width = a.data.BYTES_PER_ELEMENT;
  return [a.data.byteOffset + low * width, a.data.byteOffset + (high + 1) * width];
}

/** Whether the memory that two arrays span has a byte in common. */
export function sharesMemory(a: NDArray, b: NDArray): boolean {
  if (a.data.buffer !== b.data.buffer || a.size === 0 || b.size === 0) return false;
  const [aLow, aHigh] = byteRange(a);
  const [bLow, bHigh] = byteRange(b);
  return aLow < bHigh && bLow < aHigh;
}

/**
 * Whether writing `out` element by element could change elements of `x` that are still to be
 * read: they share memory and do not pair each element with itself.
 */
export function clobbers(out: NDArray, x: NDArray): boolean {
  if (!sharesMemory(out, x)) return false;
  const isPaired =
    out.dtype === x.dtype &&
    out.data.byteOffset === x.data.byteOffset &&
    out.offset === x.offset &&
    sameShape(out.shape, x.shape) &&
    out.strides.every((step, axis) => step === x.strides[axis] || out.shape[axis] === 1);
  return !isPaired;
}

/** Throws when `out` has another shape than the result, or repeats its elements by broadcasting. */
export function checkOut(operation: string, out: NDArray, shape: readonly number[]): void {
  if (!sameShape(out.shape, shape)) {
    throw new ShapeError(
      `${operation}: the result has shape ${formatShape(shape)}, out has ${formatShape(out.shape)}`,
    );
  }
  if (out.size > 0 && out.strides.some((step, axis) => step === 0 && out.shape[axis] > 1)) {
    throw new ShapeError(`${operation}: out is a broadcast view, its elements share memory`);
  }
}

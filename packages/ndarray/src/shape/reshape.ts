import { ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { cStrides, formatShape, sizeOf } from "../core/shape.ts";
import { copy } from "../elementwise/copy.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";

/**
 * The same elements, in C order, in another shape; one length may be -1. A view where the
 * layout allows it, a copy otherwise. Throws ShapeError when the number of elements differs.
 */
export function reshape(a: ArrayInput, shape: number | readonly number[]): NDArray {
  const x = asArray(a);
  const dims = resolveShape(typeof shape === "number" ? [shape] : shape, x);
  if (x.isContiguous) return new NDArray(x.data, dims, x.dtype, cStrides(dims), x.offset);
  const strides = viewStrides(x, dims);
  if (strides !== undefined) return new NDArray(x.data, dims, x.dtype, strides, x.offset);
  return new NDArray(copy(x).data, dims, x.dtype);
}

function resolveShape(shape: readonly number[], x: NDArray): number[] {
  const dims = Array.from(shape);
  const unknown = dims.indexOf(-1);
  if (unknown >= 0) {
    dims[unknown] = 1;
    const rest = sizeOf(dims);
    dims[unknown] = rest === 0 ? NaN : x.size / rest;
  }
  if (!dims.every((n) => Number.isInteger(n) && n >= 0) || sizeOf(dims) !== x.size) {
    throw new ShapeError(
      `reshape: cannot reshape ${formatShape(x.shape)} (${x.size} elements) to ${formatShape(shape)}`,
    );
  }
  return dims;
}

/**
 * Strides of the new shape over the old memory, if there are any: groups of old axes and of new
 * axes with the same number of elements are matched, and the old axes of a group must lie evenly.
 */
function viewStrides(x: NDArray, dims: readonly number[]): number[] | undefined {
  const shape: number[] = [];
  const steps: number[] = [];
  for (let axis = 0; axis < x.ndim; axis++) {
    if (x.shape[axis] === 1) continue;
    shape.push(x.shape[axis]);
    steps.push(x.strides[axis]);
  }
  const result = new Array<number>(dims.length).fill(0);
  let oldStart = 0;
  let newStart = 0;
  while (oldStart < shape.length && newStart < dims.length) {
    let oldEnd = oldStart + 1;
    let newEnd = newStart + 1;
    let oldCount = shape[oldStart];
    let newCount = dims[newStart];
    while (oldCount !== newCount) {
      if (newCount < oldCount) newCount *= dims[newEnd++];
      else oldCount *= shape[oldEnd++];
    }
    for (let axis = oldStart; axis < oldEnd - 1; axis++) {
      if (steps[axis] !== shape[axis + 1] * steps[axis + 1]) return undefined;
    }
    let step = steps[oldEnd - 1];
    for (let axis = newEnd - 1; axis >= newStart; axis--) {
      result[axis] = step;
      step *= dims[axis];
    }
    oldStart = oldEnd;
    newStart = newEnd;
  }
  return result;
}

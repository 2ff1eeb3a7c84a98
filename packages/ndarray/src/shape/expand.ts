import { ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkAxes, formatShape } from "../core/shape.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";

/** The view with new axes of length 1 at the given places of the result. */
export function expandDims(a: ArrayInput, axis: number | readonly number[]): NDArray {
  const x = asArray(a);
  const count = typeof axis === "number" ? 1 : axis.length;
  const places = checkAxes("expandDims", axis, x.ndim + count);
  const shape: number[] = [];
  const strides: number[] = [];
  for (let i = 0, own = 0; i < x.ndim + count; i++) {
    const isNew = places.includes(i);
    shape.push(isNew ? 1 : x.shape[own]);
    strides.push(isNew ? 0 : x.strides[own]);
    if (!isNew) own++;
  }
  return new NDArray(x.data, shape, x.dtype, strides, x.offset);
}

/** The view without axes of length 1: all of them, or those named. Throws ShapeError for a longer one. */
export function squeeze(a: ArrayInput, axis?: number | readonly number[]): NDArray {
  const x = asArray(a);
  const dropped =
    axis === undefined
      ? x.shape.flatMap((n, i) => (n === 1 ? [i] : []))
      : checkAxes("squeeze", axis, x.ndim);
  for (const i of dropped) {
    if (x.shape[i] !== 1) {
      throw new ShapeError(`squeeze: axis ${i} of ${formatShape(x.shape)} is not of length 1`);
    }
  }
  const stays = (_: number, i: number): boolean => !dropped.includes(i);
  return new NDArray(x.data, x.shape.filter(stays), x.dtype, x.strides.filter(stays), x.offset);
}

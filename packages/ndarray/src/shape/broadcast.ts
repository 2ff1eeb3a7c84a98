import { broadcastShapes, broadcastStrides } from "../core/broadcast.ts";
import { ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkShape, formatShape, sameShape } from "../core/shape.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";

/**
 * The array as one of the shape `to`: a view in which repeated axes have stride 0, so do not write to it.
 * Throws ShapeError when the shape does not fit.
 */
export function broadcastTo(a: ArrayInput, to: readonly number[]): NDArray {
  const x = asArray(a);
  const shape = checkShape("broadcastTo", to);
  if (sameShape(x.shape, shape)) return x;
  if (x.ndim > shape.length || !sameShape(broadcastShapes("broadcastTo", x.shape, shape), shape)) {
    throw new ShapeError(
      `broadcastTo: ${formatShape(x.shape)} does not broadcast to ${formatShape(shape)}`,
    );
  }
  const strides = broadcastStrides(x.shape, x.strides, shape);
  return new NDArray(x.data, shape, x.dtype, strides, x.offset);
}

/** Views of all arrays in the shape they broadcast to. */
export function broadcastArrays(...arrays: readonly ArrayInput[]): NDArray[] {
  if (arrays.length === 0) return [];
  const all = arrays.map(asArray);
  const shape = broadcastShapes("broadcastArrays", ...all.map((x) => x.shape));
  return all.map((x) => broadcastTo(x, shape));
}

import { isFloat } from "../../core/dtype.ts";
import { DTypeError, ShapeError } from "../../core/errors.ts";
import type { NDArray } from "../../core/ndarray.ts";
import { formatShape, sameShape } from "../../core/shape.ts";
import type { FloatType } from "../asm/index.ts";

/** The kernels' type of float arrays of one dtype. Throws DTypeError for any other. */
export function checkFloats(operation: string, ...arrays: readonly NDArray[]): FloatType {
  const { dtype } = arrays[0];
  if (isFloat(dtype) && arrays.every((array) => array.dtype === dtype))
    return dtype === "float32" ? "f32" : "f64";
  const found = arrays.map((array) => array.dtype).join(", ");
  throw new DTypeError(`${operation}: expected arrays of one float dtype, found ${found}`);
}

/** Throws ShapeError unless all arrays have one shape and no gaps, so that they can be updated in place. */
export function checkUpdatable(operation: string, arrays: readonly NDArray[]): void {
  for (const array of arrays) {
    if (!sameShape(array.shape, arrays[0].shape))
      throw new ShapeError(
        `${operation}: expected arrays of one shape, found ${arrays.map((one) => formatShape(one.shape)).join(", ")}`,
      );
    if (!array.isContiguous)
      throw new ShapeError(
        `${operation}: an array of shape ${formatShape(array.shape)} is not contiguous; ` +
          "give the array itself, not a transpose or a slice",
      );
  }
}

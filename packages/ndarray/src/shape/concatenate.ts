import { allocate } from "../core/dtype.ts";
import { ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkOut, sharesMemory } from "../core/overlap.ts";
import { checkCast, promote } from "../core/promote.ts";
import { checkAxis, formatShape, sameShape, sizeOf } from "../core/shape.ts";
import { copyInto } from "../elementwise/copy.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { expandDims } from "./expand.ts";
import { reshape } from "./reshape.ts";

interface JoinOptions {
  /** The axis along which arrays are joined, 0 by default; null flattens them first. */
  readonly axis?: number | null;
  readonly out?: NDArray;
}

/**
 * The arrays one after the other along an existing axis, dtypes promoted. Throws ShapeError when
 * other axes differ.
 */
export function concatenate(arrays: readonly ArrayInput[], options: JoinOptions = {}): NDArray {
  checkOptions("concatenate", options, ["axis", "out"]);
  if (arrays.length === 0)
    throw new ShapeError("concatenate: expected at least one array, got none");
  let parts = arrays.map(asArray);
  if (options.axis === null) parts = parts.map((part) => reshape(part, -1));
  const first = parts[0];
  if (first.ndim === 0) {
    throw new ShapeError("concatenate: 0-d arrays have no axis to join along; use stack");
  }
  const axis = checkAxis("concatenate", options.axis ?? 0, first.ndim);
  for (const part of parts) {
    const isFit =
      part.ndim === first.ndim &&
      sameShape(part.shape.toSpliced(axis, 1), first.shape.toSpliced(axis, 1));
    if (!isFit) {
      throw new ShapeError(
        `concatenate: shapes must agree but for axis ${axis}, got ${parts.map((p) => formatShape(p.shape)).join(" and ")}`,
      );
    }
  }
  const length = parts.reduce((total, part) => total + part.shape[axis], 0);
  const shape = first.shape.with(axis, length);
  const dtype = parts.reduce((common, part) => promote(common, part.dtype), first.dtype);
  const { out } = options;
  if (out !== undefined) {
    checkOut("concatenate", out, shape);
    checkCast("concatenate", dtype, out.dtype);
  }
  const isShared = out !== undefined && parts.some((part) => sharesMemory(out, part));
  const result =
    out !== undefined && !isShared
      ? out
      : new NDArray(allocate(dtype, sizeOf(shape)), shape, dtype);
  let start = 0;
  for (const part of parts) {
    const offset = result.offset + start * result.strides[axis];
    copyInto(new NDArray(result.data, part.shape, result.dtype, result.strides, offset), part);
    start += part.shape[axis];
  }
  if (out === undefined || !isShared) return result;
  copyInto(out, result);
  return out;
}

/** Arrays of one shape along a new axis. */
export function stack(
  arrays: readonly ArrayInput[],
  options: { readonly axis?: number; readonly out?: NDArray } = {},
): NDArray {
  checkOptions("stack", options, ["axis", "out"]);
  if (arrays.length === 0) throw new ShapeError("stack: expected at least one array, got none");
  const parts = arrays.map(asArray);
  const first = parts[0];
  if (!parts.every((part) => sameShape(part.shape, first.shape))) {
    throw new ShapeError(
      `stack: expected arrays of one shape, got ${parts.map((p) => formatShape(p.shape)).join(" and ")}`,
    );
  }
  const axis = checkAxis("stack", options.axis ?? 0, first.ndim + 1);
  return concatenate(
    parts.map((part) => expandDims(part, axis)),
    { ...options, axis },
  );
}

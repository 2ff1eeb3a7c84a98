import type { DType, TypedArray } from "../core/dtype.ts";
import { allocate, checkDType, dtypeOfBuffer } from "../core/dtype.ts";
import { DTypeError, ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import type { NestedArray } from "../core/ndarray.ts";
import { checkFits } from "../core/promote.ts";
import { checkShape, formatShape, sizeOf } from "../core/shape.ts";
import { astype } from "../elementwise/copy.ts";

export interface DTypeOption {
  readonly dtype?: DType;
}

/**
 * A new array from nested arrays, a number, a typed array (1-D) or another NDArray: always a copy.
 * Without `dtype`: float64 for numbers, bool for booleans, the buffer's own for the others.
 * Throws ShapeError when rows differ in length.
 */
export function array(
  values: NestedArray | TypedArray | NDArray,
  options: DTypeOption = {},
): NDArray {
  const dtype = options.dtype === undefined ? undefined : checkDType("array", options.dtype);
  if (values instanceof NDArray) return astype(values, dtype ?? values.dtype);
  if (ArrayBuffer.isView(values)) {
    const view = new NDArray(values, [values.length], dtypeOfBuffer(values));
    return astype(view, dtype ?? view.dtype);
  }
  const shape: number[] = [];
  for (let level = values; isList(level); level = level[0]) {
    shape.push(level.length);
    if (level.length === 0) break;
  }
  const flat: (number | boolean)[] = [];
  flatten(values, shape, 0, flat);
  const allBooleans = flat.length > 0 && flat.every((value) => typeof value === "boolean");
  const chosen = dtype ?? (allBooleans ? "bool" : "float64");
  const data = allocate(chosen, flat.length);
  for (let i = 0; i < flat.length; i++) {
    const value = Number(flat[i]);
    checkFits("array", value, chosen);
    data[i] = chosen === "bool" ? Number(value !== 0) : value;
  }
  return new NDArray(data, shape, chosen);
}

function isList(value: NestedArray): value is readonly NestedArray[] {
  return Array.isArray(value);
}

function flatten(
  value: NestedArray,
  shape: readonly number[],
  axis: number,
  flat: (number | boolean)[],
): void {
  if (!isList(value)) {
    if (axis !== shape.length) throw ragged(shape, axis, "a bare value");
    if (typeof value !== "number" && typeof value !== "boolean") {
      throw new DTypeError(`array: expected numbers or booleans, got ${typeof value}`);
    }
    flat.push(value);
    return;
  }
  if (axis === shape.length || value.length !== shape[axis]) {
    throw ragged(shape, axis, `a list of ${value.length}`);
  }
  for (const item of value) flatten(item, shape, axis + 1, flat);
}

function ragged(shape: readonly number[], axis: number, found: string): ShapeError {
  return new ShapeError(
    `array: rows differ in length, expected shape ${formatShape(shape)} and found ${found} at depth ${axis}`,
  );
}

/** An array around a typed array, without a copy; a `Uint8Array` is uint8 unless `dtype` says bool. */
export function fromTyped(
  data: TypedArray,
  shape: number | readonly number[] = data.length,
  options: { readonly dtype?: "uint8" | "bool" } = {},
): NDArray {
  const dims = checkShape("fromTyped", shape);
  const own = dtypeOfBuffer(data);
  if (options.dtype !== undefined && own !== "uint8") {
    throw new DTypeError(`fromTyped: a buffer of ${own} cannot be read as ${options.dtype}`);
  }
  if (sizeOf(dims) !== data.length) {
    throw new ShapeError(
      `fromTyped: shape ${formatShape(dims)} needs ${sizeOf(dims)} elements, the buffer has ${data.length}`,
    );
  }
  return new NDArray(data, dims, options.dtype ?? own);
}

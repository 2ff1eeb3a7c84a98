import { ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { formatShape } from "../core/shape.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";

interface SearchOptions {
  /** "left": before equal elements (default). "right": after them. */
  readonly side?: "left" | "right";
}

/** Where to insert values into a sorted 1-D array to keep it sorted: int32 of the values' shape. */
export function searchsorted(sorted: ArrayInput, value: number, options?: SearchOptions): number;
export function searchsorted(
  sorted: ArrayInput,
  values: ArrayInput,
  options?: SearchOptions,
): NDArray;
export function searchsorted(
  sorted: ArrayInput,
  values: ArrayInput,
  options: SearchOptions = {},
): NDArray | number {
  checkOptions("searchsorted", options, ["side"]);
  const x = asArray(sorted);
  if (x.ndim !== 1) {
    throw new ShapeError(`searchsorted: expected a sorted 1-D array, got ${formatShape(x.shape)}`);
  }
  const keys = x.toTyped("float64");
  const isRight = options.side === "right";
  const find = (value: number): number => place(keys, value, isRight);
  if (typeof values === "number") return find(values);
  const v = asArray(values);
  return new NDArray(Int32Array.from(v.toTyped(), find), v.shape, "int32");
}

/** Bisection; NaNs are larger than everything and equal to one another. */
function place(keys: Float64Array, value: number, isRight: boolean): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const key = keys[middle];
    const isBefore = isRight
      ? key <= value || Number.isNaN(value)
      : key < value || (Number.isNaN(value) && !Number.isNaN(key));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

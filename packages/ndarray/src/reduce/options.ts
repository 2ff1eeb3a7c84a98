import type { DType, TypedArray } from "../core/dtype.ts";
import { allocate } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkOut } from "../core/overlap.ts";
import { checkCast } from "../core/promote.ts";
import { cStrides } from "../core/shape.ts";
import { copyInto } from "../elementwise/copy.ts";

export type Axis = number | readonly number[];

interface Common {
  readonly axis?: Axis | undefined;
  /** Reduced axes stay with length 1, so that the result broadcasts against the array. */
  readonly keepdims?: boolean;
  readonly out?: NDArray;
}

/** Options that ask for an array. */
export type ReduceOptions = Common &
  ({ readonly axis: Axis } | { readonly keepdims: true } | { readonly out: NDArray });

/** Options under which everything is reduced to one value. */
export interface WholeOptions {
  readonly axis?: undefined;
  readonly keepdims?: false;
  readonly out?: undefined;
}

/** Whether the options ask for an array, not for a bare value. */
export function asksForArray(options: Common): boolean {
  return options.axis !== undefined || options.keepdims === true || options.out !== undefined;
}

export function reducedShape(
  shape: readonly number[],
  axes: readonly number[],
  keepdims: boolean,
): number[] {
  if (keepdims) return shape.map((n, axis) => (axes.includes(axis) ? 1 : n));
  return shape.filter((_, axis) => !axes.includes(axis));
}

/** Values in C order as an array of `dtype`, written to `out` when there is one. */
export function finish(
  operation: string,
  values: ArrayLike<number>,
  shape: readonly number[],
  dtype: DType,
  out: NDArray | undefined,
): NDArray {
  const data: TypedArray = allocate(dtype, values.length);
  if (dtype === "int32") checkRange(operation, values);
  for (let i = 0; i < values.length; i++) {
    data[i] = dtype === "bool" ? Number(values[i] !== 0) : values[i];
  }
  const result = new NDArray(data, shape, dtype, cStrides(shape));
  if (out === undefined) return result;
  checkOut(operation, out, shape);
  checkCast(operation, dtype, out.dtype);
  copyInto(out, result);
  return out;
}

/** Sums of integers are exact or refused: there is no 64-bit integer dtype to grow into. */
function checkRange(operation: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value > 2147483647 || value < -2147483648) {
      throw new RangeError(`${operation}: ${value} does not fit int32; pass { dtype: "float64" }`);
    }
  }
}

/** A whole reduction as the dtype would hold it. */
export function roundTo(dtype: DType, value: number): number {
  return dtype === "float32" ? Math.fround(value) : value;
}

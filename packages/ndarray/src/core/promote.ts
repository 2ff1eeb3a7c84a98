import type { DType } from "./dtype.ts";
import { isFloat } from "./dtype.ts";
import { DTypeError } from "./errors.ts";

const rank = { bool: 0, uint8: 1, int32: 2, float32: 3, float64: 4 } as const;

/** The smallest of our dtypes that holds both, as NumPy: int32 with float32 is float64. */
export function promote(a: DType, b: DType): DType {
  if (a === b) return a;
  const [low, high] = rank[a] < rank[b] ? [a, b] : [b, a];
  return low === "int32" && high === "float32" ? "float64" : high;
}

/**
 * The dtype of an array of `dtype` combined with a bare number, NumPy 2's rule for Python
 * scalars (NEP 50): the number adapts to the array. JavaScript has one kind of number, so a
 * whole number counts as Python's int and any other as Python's float.
 */
export function promoteNumber(dtype: DType, value: number): DType {
  if (isFloat(dtype)) return dtype;
  if (!Number.isInteger(value)) return "float64";
  return dtype === "bool" ? "int32" : dtype;
}

/** Throws RangeError when a bare number cannot be held by an integer dtype, as NumPy 2 does. */
export function checkFits(operation: string, value: number, dtype: DType): void {
  if (isFloat(dtype) || dtype === "bool") return;
  const [low, high] = dtype === "uint8" ? [0, 255] : [-2147483648, 2147483647];
  const whole = Math.trunc(value);
  if (whole >= low && whole <= high) return;
  throw new RangeError(
    `${operation}: ${value} does not fit ${dtype} (${low} to ${high}); use astype first`,
  );
}

/** NumPy's "same_kind" rule for `out`: never float to integer, nor signed to unsigned. */
export function canCast(from: DType, to: DType): boolean {
  return rank[from] <= rank[to] || (isFloat(from) && isFloat(to));
}

/** Throws DTypeError when a result of dtype `from` may not be written to an `out` of `to`. */
export function checkCast(operation: string, from: DType, to: DType): void {
  if (canCast(from, to)) return;
  throw new DTypeError(
    `${operation}: the result is ${from} and out is ${to}; give an out of ${from}, or use astype`,
  );
}

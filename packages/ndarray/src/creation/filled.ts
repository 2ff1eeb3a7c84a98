import { allocate, checkDType } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkFits } from "../core/promote.ts";
import { checkShape, sizeOf } from "../core/shape.ts";
import type { DTypeOption } from "./array.ts";

type Shape = number | readonly number[];

/** An array of zeros, float64 unless `dtype` says otherwise. */
export function zeros(shape: Shape, options: DTypeOption = {}): NDArray {
  const dims = checkShape("zeros", shape);
  const dtype = checkDType("zeros", options.dtype ?? "float64");
  return new NDArray(allocate(dtype, sizeOf(dims)), dims, dtype);
}

/** An array to be overwritten; its memory is zero-filled, as all JavaScript memory is. */
export function empty(shape: Shape, options: DTypeOption = {}): NDArray {
  return zeros(shape, options);
}

/** An array of ones. */
export function ones(shape: Shape, options: DTypeOption = {}): NDArray {
  return full(shape, 1, options);
}

/** An array filled with one value, float64 unless `dtype` says otherwise. */
export function full(shape: Shape, value: number, options: DTypeOption = {}): NDArray {
  const result = zeros(shape, options);
  checkFits("full", value, result.dtype);
  result.data.fill(result.dtype === "bool" ? Number(value !== 0) : value);
  return result;
}

/** Zeros with the shape and dtype of `a`. */
export function zerosLike(a: NDArray, options: DTypeOption = {}): NDArray {
  return zeros(a.shape, { dtype: options.dtype ?? a.dtype });
}

/** Ones with the shape and dtype of `a`. */
export function onesLike(a: NDArray, options: DTypeOption = {}): NDArray {
  return full(a.shape, 1, { dtype: options.dtype ?? a.dtype });
}

/** One value with the shape and dtype of `a`. */
export function fullLike(a: NDArray, value: number, options: DTypeOption = {}): NDArray {
  return full(a.shape, value, { dtype: options.dtype ?? a.dtype });
}

/** Ones on the diagonal of an (n, m) array, `m` being `n` by default. */
export function eye(n: number, m: number = n, options: DTypeOption = {}): NDArray {
  const result = zeros([n, m], options);
  for (let i = 0; i < Math.min(n, m); i++) result.data[i * m + i] = 1;
  return result;
}

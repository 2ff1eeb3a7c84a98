// M, K, N: C (M, N), A (M, K), B (K, N).
import { isFloat } from "../../core/dtype.ts";
import { ShapeError } from "../../core/errors.ts";
import { NDArray } from "../../core/ndarray.ts";
import { checkOut, sharesMemory } from "../../core/overlap.ts";
import { formatShape } from "../../core/shape.ts";
import { gemmKernel } from "../../kernels.ts";
import { checkFloats } from "./operands.ts";

export interface AccumulateOptions {
  /** Factor of the product; default 1. */
  readonly alpha?: number;
  /** Factor of what C holds; default 1. With 0, C is overwritten and not read. */
  readonly beta?: number;
}

/**
 * Adds a product to a matrix, in place: `C = alpha A B + beta C`, any strides.
 *
 * C (M, N), A (M, K), B (K, N) of one float dtype; returns C. Throws ShapeError for other shapes, and
 * where C shares memory with A or B.
 */
export function addmm(
  c: NDArray,
  a: NDArray,
  b: NDArray,
  options: AccumulateOptions = {},
): NDArray {
  const given = [c, a, b].map(({ shape }) => formatShape(shape));
  if (a.ndim !== 2 || b.ndim !== 2 || c.ndim !== 2 || a.shape[1] !== b.shape[0])
    throw new ShapeError(`addmm: expected (M, N) + (M, K) x (K, N), found ${found(given)}`);
  return accumulate("addmm", c, a, b, options);
}

/**
 * The rank-1 update of a matrix, in place: `C = alpha x yᵀ + beta C`, any strides.
 *
 * C (M, N), x (M), y (N) of one float dtype; returns C. Throws as `addmm` does.
 */
export function addr(c: NDArray, x: NDArray, y: NDArray, options: AccumulateOptions = {}): NDArray {
  const given = [c, x, y].map(({ shape }) => formatShape(shape));
  if (x.ndim !== 1 || y.ndim !== 1 || c.ndim !== 2)
    throw new ShapeError(`addr: expected (M, N) + (M) x (N), found ${found(given)}`);
  const column = new NDArray(x.data, [x.size, 1], x.dtype, [x.strides[0], 0], x.offset);
  const row = new NDArray(y.data, [1, y.size], y.dtype, [0, y.strides[0]], y.offset);
  return accumulate("addr", c, column, row, options);
}

function found([c, a, b]: readonly string[]): string {
  return `${c} + ${a} x ${b}`;
}

function accumulate(
  operation: string,
  c: NDArray,
  a: NDArray,
  b: NDArray,
  { alpha = 1, beta = 1 }: AccumulateOptions,
): NDArray {
  checkFloats(operation, c, a, b);
  checkOut(operation, c, [a.shape[0], b.shape[1]]);
  if (sharesMemory(c, a) || sharesMemory(c, b))
    throw new ShapeError(`${operation}: the result shares memory with a factor; copy that first`);
  if (c.size === 0 || !isFloat(c.dtype)) return c;
  gemmKernel(c.dtype)(
    a.shape[0], b.shape[1], a.shape[1],
    alpha, a.data, a.offset, a.strides[0], a.strides[1], b.data, b.offset, b.strides[0], b.strides[1],
    beta, c.data, c.offset, c.strides[0], c.strides[1],
  ); // prettier-ignore
  return c;
}

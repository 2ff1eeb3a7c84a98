import { allocateUnset, isFloat } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { sharesMemory } from "../core/overlap.ts";
import { sameShape } from "../core/shape.ts";
import { gemmKernel } from "../kernels.ts";

/**
 * The product of a matrix (M, K) and a matrix (K, N) or a vector (K) of one float dtype: the cases that matter
 * most, without the bookkeeping of the general one. Undefined for anything else, errors included.
 */
export function productOfMatrices(
  x: NDArray,
  y: NDArray,
  out: NDArray | undefined,
): NDArray | undefined {
  const { dtype } = x;
  if (x.ndim !== 2 || y.ndim === 0 || y.ndim > 2 || y.dtype !== dtype || !isFloat(dtype))
    return undefined;
  const [m, k] = x.shape;
  const [depth, n = 1] = y.shape;
  if (k !== depth || m * n === 0) return undefined;
  const shape = y.ndim === 1 ? [m] : [m, n];
  if (out !== undefined && !isPlace(out, dtype, shape, x, y)) return undefined;
  const result = out ?? new NDArray(allocateUnset(dtype, m * n), shape, dtype);
  const [bRow, bCol = 0] = y.strides;
  const [cRow, cCol = 0] = result.strides;
  gemmKernel(dtype)(
    m, n, k,
    1, x.data, x.offset, x.strides[0], x.strides[1], y.data, y.offset, bRow, bCol,
    0, result.data, result.offset, cRow, cCol,
  ); // prettier-ignore
  return result;
}

/** Whether the product can be written to an array straight away. */
function isPlace(
  out: NDArray,
  dtype: string,
  shape: readonly number[],
  x: NDArray,
  y: NDArray,
): boolean {
  return (
    out.dtype === dtype &&
    sameShape(out.shape, shape) &&
    out.strides.every((stride, axis) => stride !== 0 || shape[axis] === 1) &&
    !sharesMemory(out, x) &&
    !sharesMemory(out, y)
  );
}

import { allocateUnset, isFloat } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { sharesMemory } from "../core/overlap.ts";
import { gemmKernel } from "../kernels.ts";

/**
 * The product of two matrices (M, K) x (K, N) of one float dtype: the case that matters most,
 * without the bookkeeping of the general one. Undefined for anything else, errors included.
 */
export function productOfMatrices(
  x: NDArray,
  y: NDArray,
  out: NDArray | undefined,
): NDArray | undefined {
  const { dtype } = x;
  if (x.ndim !== 2 || y.ndim !== 2 || y.dtype !== dtype || !isFloat(dtype)) return undefined;
  const [m, k] = x.shape;
  const [depth, n] = y.shape;
  if (k !== depth || m * n === 0) return undefined;
  if (out !== undefined && !isPlace(out, dtype, m, n, x, y)) return undefined;
  const result = out ?? new NDArray(allocateUnset(dtype, m * n), [m, n], dtype);
  gemmKernel(dtype)(
    m, n, k,
    1, x.data, x.offset, x.strides[0], x.strides[1], y.data, y.offset, y.strides[0], y.strides[1],
    0, result.data, result.offset, result.strides[0], result.strides[1],
  ); // prettier-ignore
  return result;
}

/** Whether the product can be written to an array straight away. */
function isPlace(
  out: NDArray,
  dtype: string,
  m: number,
  n: number,
  x: NDArray,
  y: NDArray,
): boolean {
  const [row, column] = out.strides;
  return (
    out.dtype === dtype &&
    out.ndim === 2 &&
    out.shape[0] === m &&
    out.shape[1] === n &&
    (row !== 0 || m === 1) &&
    (column !== 0 || n === 1) &&
    !sharesMemory(out, x) &&
    !sharesMemory(out, y)
  );
}

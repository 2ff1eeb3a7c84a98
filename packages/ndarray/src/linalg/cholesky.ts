import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { gemmKernel } from "../kernels.ts";
import { LinAlgError } from "./linAlgError.ts";
import { nth, place, result, squareMatrices } from "./matrices.ts";

const BLOCK = 32;

/**
 * The lower triangular `L` with `A = L L^T` of symmetric positive definite A (..., M, M); only A's
 * lower triangle is read.
 *
 * Throws LinAlgError when A is not positive definite, naming the first leading minor that is not.
 */
export function cholesky(a: ArrayInput): NDArray {
  const { data, count, n, lead, dtype } = squareMatrices("cholesky", a);
  for (let i = 0; i < count; i++) {
    const failed = factorCholesky(nth(data, n * n, i), n);
    if (failed === 0) continue;
    throw new LinAlgError(
      `cholesky: the matrix is not positive definite${place(count, i)}, its leading minor of order ${failed} is not above 0; check that it is symmetric, or add a small multiple of the identity`,
    );
  }
  return result(data, [...lead, n, n], dtype);
}

/**
 * Overwrites row-major A (N, N) with its Cholesky factor, zeros above the diagonal. Returns 0, or
 * the order of the first leading minor that is not positive.
 */
export function factorCholesky(a: Float64Array, n: number): number {
  const gemm = gemmKernel("float64");
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(start + BLOCK, n);
    const failed = factorPanel(a, n, start, end);
    if (failed !== 0) return failed;
    // The rest of the lower triangle, one band of rows at a time: A22 -= L21 L21^T.
    for (let band = end; band < n; band += BLOCK) {
      const height = Math.min(BLOCK, n - band);
      const width = band + height - end;
      const left = band * n + start;
      const right = end * n + start;
      gemm(
        height,
        width,
        end - start,
        -1,
        a,
        left,
        n,
        1,
        a,
        right,
        1,
        n,
        1,
        a,
        band * n + end,
        n,
        1,
      );
    }
  }
  for (let i = 0; i < n; i++) a.fill(0, i * n + i + 1, (i + 1) * n);
  return 0;
}

/** Columns `start` to `end` of the factor, for all rows from `start` on. */
function factorPanel(a: Float64Array, n: number, start: number, end: number): number {
  for (let i = start; i < n; i++) {
    const row = i * n;
    const last = Math.min(i, end - 1);
    for (let j = start; j <= last; j++) {
      const other = j * n;
      let sum = a[row + j];
      for (let p = start; p < j; p++) sum -= a[row + p] * a[other + p];
      if (j < i) {
        a[row + j] = sum / a[other + j];
      } else {
        if (!(sum > 0)) return i + 1;
        a[row + j] = Math.sqrt(sum);
      }
    }
  }
  return 0;
}

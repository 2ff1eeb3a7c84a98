// Reductions of strided memory to one double, and of rows to a row of doubles.
import type { TypedArray } from "../core/dtype.ts";
import type { ReduceKernel } from "../kernels.ts";
import { compile } from "./compile.ts";

/** n rows of m elements into the m doubles of `acc`: `acc[j] = step(acc[j], x[i, j])`. */
export type RowsLoop = (
  n: number,
  m: number,
  x: TypedArray,
  xo: number,
  rowStride: number,
  colStride: number,
  acc: Float64Array,
  accOffset: number,
) => void;

/** `acc = step` for every x, from `initial`; ends early where the expression `isDone` holds. */
export function compileReduce(initial: string, step: string, isDone?: string): ReduceKernel {
  return compile(`function (n, X, xo, xs) {
    let acc = ${initial};
    for (let i = 0, p = xo; i < n; i++, p += xs) {
      const x = X[p];
      acc = ${step};
      ${isDone === undefined ? "" : `if (${isDone}) return acc;`}
    }
    return acc;
  }`);
}

export function compileRows(step: string): RowsLoop {
  return compile(`function (n, m, X, xo, rowStride, colStride, A, ao) {
    for (let i = 0; i < n; i++, xo += rowStride) {
      for (let j = 0, p = xo; j < m; j++, p += colStride) {
        const x = X[p];
        const acc = A[ao + j];
        A[ao + j] = ${step};
      }
    }
  }`);
}

/**
 * Pairwise summation as NumPy's: blocks of at most 128 in eight partial sums, blocks joined as a
 * binary tree, so the rounding error grows with log n. The same bits as NumPy for float64.
 */
export function compilePairwiseSum(comment: string): ReduceKernel {
  return compile(`function pairwise(n, X, xo, xs) { /* ${comment} */
    if (n < 8) {
      let sum = -0;
      for (let i = 0; i < n; i++) sum += X[xo + i * xs];
      return sum;
    }
    if (n <= 128) {
      let p = xo;
      let r0 = X[p], r1 = X[p += xs], r2 = X[p += xs], r3 = X[p += xs];
      let r4 = X[p += xs], r5 = X[p += xs], r6 = X[p += xs], r7 = X[p += xs];
      let i = 8;
      for (p += xs; i < n - (n % 8); i += 8) {
        r0 += X[p]; p += xs;
        r1 += X[p]; p += xs;
        r2 += X[p]; p += xs;
        r3 += X[p]; p += xs;
        r4 += X[p]; p += xs;
        r5 += X[p]; p += xs;
        r6 += X[p]; p += xs;
        r7 += X[p]; p += xs;
      }
      let sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
      for (; i < n; i++, p += xs) sum += X[p];
      return sum;
    }
    const half = Math.floor(n / 2);
    const cut = half - (half % 8);
    return pairwise(cut, X, xo, xs) + pairwise(n - cut, X, xo + cut * xs, xs);
  }`);
}

/** Column sums: blocks of rows are summed by themselves first, which keeps the error small. */
export function compileSumRows(comment: string): RowsLoop {
  return compile(`function (n, m, X, xo, rowStride, colStride, A, ao) { /* ${comment} */
    const block = new Float64Array(m);
    for (let start = 0; start < n; start += 128) {
      const end = Math.min(n, start + 128);
      block.fill(-0);
      let i = start;
      for (; i + 4 <= end; i += 4) {
        let p0 = xo + i * rowStride;
        let p1 = p0 + rowStride, p2 = p1 + rowStride, p3 = p2 + rowStride;
        for (let j = 0; j < m; j++) {
          block[j] += (X[p0] + X[p1]) + (X[p2] + X[p3]);
          p0 += colStride; p1 += colStride; p2 += colStride; p3 += colStride;
        }
      }
      for (; i < end; i++) {
        for (let j = 0, p = xo + i * rowStride; j < m; j++, p += colStride) block[j] += X[p];
      }
      for (let j = 0; j < m; j++) A[ao + j] += block[j];
    }
  }`);
}

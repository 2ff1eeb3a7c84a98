import { gemmKernel } from "../kernels.ts";
import { solveInPlace } from "./triangular.ts";

const BLOCK = 32;

/** What is left of a matrix after `factorLu`: the row exchanges and whether a pivot was zero. */
export interface Pivots {
  /** Row i was exchanged with row `rows[i]`, in order of i. */
  readonly rows: Int32Array;
  /** 1 or -1, the determinant of the row exchanges. */
  readonly sign: number;
  /** The first column without a pivot that is not 0, or -1. */
  readonly singular: number;
}

/**
 * Overwrites row-major A (N, N) with L (unit lower) and U of `P A = L U`, with partial pivoting:
 * panels of columns, then one matrix product for the rest.
 *
 * Source: Golub and Van Loan, Matrix Computations, 4th edition, 3.4.
 */
export function factorLu(a: Float64Array, n: number): Pivots {
  const gemm = gemmKernel("float64");
  const rows = new Int32Array(n);
  let sign = 1;
  let singular = -1;
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(start + BLOCK, n);
    for (let j = start; j < end; j++) {
      const pivot = largestBelow(a, n, j);
      rows[j] = pivot;
      if (pivot !== j) {
        exchangeRows(a, n, j, pivot);
        sign = -sign;
      }
      if (a[j * n + j] === 0) {
        if (singular < 0) singular = j;
        continue;
      }
      eliminate(a, n, j, end);
    }
    const rest = n - end;
    if (rest === 0) continue;
    const unitLower = { lower: true, unit: true };
    const corner = start * n + start;
    solveInPlace(unitLower, end - start, a, corner, n, 1, rest, a, start * n + end, n);
    const left = end * n + start;
    const top = start * n + end;
    gemm(rest, rest, end - start, -1, a, left, n, 1, a, top, n, 1, 1, a, end * n + end, n, 1);
  }
  return { rows, sign, singular };
}

/** The row at or below `j` whose element in column j is largest. */
function largestBelow(a: Float64Array, n: number, j: number): number {
  let best = j;
  let size = Math.abs(a[j * n + j]);
  for (let i = j + 1; i < n; i++) {
    const candidate = Math.abs(a[i * n + j]);
    if (candidate > size) {
      best = i;
      size = candidate;
    }
  }
  return best;
}

export function exchangeRows(a: Float64Array, width: number, i: number, j: number): void {
  const kept = a.slice(i * width, (i + 1) * width);
  a.copyWithin(i * width, j * width, (j + 1) * width);
  a.set(kept, j * width);
}

/** Divides column j below the pivot by it and subtracts the pivot's row, within the panel only. */
function eliminate(a: Float64Array, n: number, j: number, end: number): void {
  const pivot = a[j * n + j];
  for (let i = j + 1; i < n; i++) {
    const factor = a[i * n + j] / pivot;
    a[i * n + j] = factor;
    if (factor === 0) continue;
    for (let p = j + 1; p < end; p++) a[i * n + p] = a[i * n + p] - factor * a[j * n + p];
  }
}

/** Solves `A X = B` in place from `factorLu`'s result; B is (N, K) in rows. */
export function solveFactored(
  lu: Float64Array,
  { rows }: Pivots,
  n: number,
  b: Float64Array,
  k: number,
): void {
  for (let i = 0; i < n; i++) if (rows[i] !== i) exchangeRows(b, k, i, rows[i]);
  solveInPlace({ lower: true, unit: true }, n, lu, 0, n, 1, k, b, 0, k);
  solveInPlace({ lower: false, unit: false }, n, lu, 0, n, 1, k, b, 0, k);
}

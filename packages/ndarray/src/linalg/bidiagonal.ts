import { makeReflection, productRows } from "./householder.ts";

/** `A = U B V^T` with upper bidiagonal B. */
export interface Bidiagonal {
  readonly diagonal: Float64Array;
  /** `above[i]` is the element (i, i + 1); the last is 0. */
  readonly above: Float64Array;
  /** The rows of `U^T` and of `V^T`; empty when no vectors are wanted. */
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/**
 * Reduces square A (N, N), which is overwritten, to upper bidiagonal form by Householder reflections
 * from both sides.
 *
 * Source: Golub and Van Loan, Matrix Computations, 4th edition, 5.4.8.
 */
export function bidiagonalise(a: Float64Array, n: number, vectors: boolean): Bidiagonal {
  const diagonal = new Float64Array(n);
  const above = new Float64Array(n);
  const leftVectors = new Float64Array(n * n);
  const rightVectors = new Float64Array(n * n);
  const leftTau = new Float64Array(n);
  const rightTau = new Float64Array(n);
  const sums = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const v = leftVectors.subarray(k * n, (k + 1) * n);
    for (let i = k; i < n; i++) v[i] = a[i * n + k]!;
    const column = makeReflection(v, k, 1, n - k);
    leftTau[k] = column.tau;
    diagonal[k] = column.beta;
    reflectFromLeft(a, n, k, v, column.tau, sums);
    if (k + 1 === n) break;
    const w = rightVectors.subarray(k * n, (k + 1) * n);
    for (let j = k + 1; j < n; j++) w[j] = a[k * n + j]!;
    const row = makeReflection(w, k + 1, 1, n - k - 1);
    rightTau[k] = row.tau;
    above[k] = row.beta;
    reflectFromRight(a, n, k + 1, w, row.tau);
  }
  return {
    diagonal,
    above,
    left: vectors ? productRows(leftVectors, leftTau, n) : new Float64Array(0),
    right: vectors ? productRows(rightVectors, rightTau, n) : new Float64Array(0),
  };
}

/** `A = H A` for rows from k on and the columns right of k. */
function reflectFromLeft(
  a: Float64Array,
  n: number,
  k: number,
  v: Float64Array,
  tau: number,
  sums: Float64Array,
): void {
  if (tau === 0) return;
  sums.fill(0);
  for (let i = k; i < n; i++) {
    const factor = v[i];
    for (let j = k + 1; j < n; j++) sums[j] = sums[j] + factor * a[i * n + j];
  }
  for (let i = k; i < n; i++) {
    const factor = tau * v[i];
    for (let j = k + 1; j < n; j++) a[i * n + j] = a[i * n + j] - factor * sums[j];
  }
}

/** `A = A H` for rows and columns from `first` on. */
function reflectFromRight(
  a: Float64Array,
  n: number,
  first: number,
  w: Float64Array,
  tau: number,
): void {
  if (tau === 0) return;
  for (let i = first; i < n; i++) {
    let sum = 0;
    for (let j = first; j < n; j++) sum += a[i * n + j] * w[j];
    sum *= tau;
    for (let j = first; j < n; j++) a[i * n + j] = a[i * n + j] - sum * w[j];
  }
}

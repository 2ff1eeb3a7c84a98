import { makeReflection, productRows } from "./householder.ts";

/** `A = Q T Q^T`: T's diagonal and the elements beside it, and the rows of `Q^T`. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** `beside[i]` couples i and i + 1; the last element is 0. */
  readonly beside: Float64Array;
  readonly rows: Float64Array;
}

/**
 * Reduces symmetric A (N, N) to tridiagonal form by Householder reflections from both sides,
 * overwriting A.
 *
 * Source: Golub and Van Loan, Matrix Computations, 4th edition, 8.3.1.
 */
export function tridiagonalise(a: Float64Array, n: number): Tridiagonal {
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  const tau = new Float64Array(n);
  const vectors = new Float64Array(n * n);
  const w = new Float64Array(n);
  for (let k = 0; k + 1 < n; k++) {
    diagonal[k] = a[k * n + k]!;
    const v = vectors.subarray(k * n, (k + 1) * n);
    for (let i = k + 1; i < n; i++) v[i] = a[i * n + k]!;
    const made = makeReflection(v, k + 1, 1, n - k - 1);
    tau[k] = made.tau;
    beside[k] = made.beta;
    if (made.tau !== 0) reflectBothSides(a, n, k + 1, v, made.tau, w);
  }
  if (n > 0) diagonal[n - 1] = a[n * n - 1]!;
  return { diagonal, beside, rows: productRows(vectors, tau, n) };
}

/** `A = H A H` for rows and columns from `first` on: `A -= v w^T + w v^T`. */
function reflectBothSides(
  a: Float64Array,
  n: number,
  first: number,
  v: Float64Array,
  tau: number,
  w: Float64Array,
): void {
  let inner = 0;
  for (let i = first; i < n; i++) {
    let sum = 0;
    for (let j = first; j < n; j++) sum += a[i * n + j] * v[j];
    w[i] = tau * sum;
    inner += w[i] * v[i];
  }
  const half = (tau * inner) / 2;
  for (let i = first; i < n; i++) w[i] = w[i] - half * v[i];
  for (let i = first; i < n; i++) {
    const vi = v[i];
    const wi = w[i];
    for (let j = first; j < n; j++) a[i * n + j] = a[i * n + j] - vi * w[j] - wi * v[j];
  }
}

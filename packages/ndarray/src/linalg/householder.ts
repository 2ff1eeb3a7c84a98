/**
 * Makes the reflection `H = I - tau v v^T` that maps x to `(beta, 0, ..., 0)`, for the x of `length`
 * numbers in `x` from `offset` on, `step` apart. Overwrites x with v, whose first element is 1, and
 * returns tau and beta. tau is 0 (and H the identity) when x has nothing to eliminate.
 *
 * Source: Golub and Van Loan, Matrix Computations, 4th edition, 5.1, with LAPACK's sign of beta.
 */
export function makeReflection(
  x: Float64Array,
  offset: number,
  step: number,
  length: number,
): { tau: number; beta: number } {
  const alpha = x[offset];
  let largest = 0;
  for (let i = 1; i < length; i++) {
    largest = Math.max(largest, Math.abs(x[offset + i * step]));
  }
  x[offset] = 1;
  if (largest === 0) return { tau: 0, beta: alpha };
  largest = Math.max(largest, Math.abs(alpha));
  // Scaled by the largest element: no square overflows, and H is orthogonal even when x is subnormal.
  const first = alpha / largest;
  let sum = first * first;
  for (let i = 1; i < length; i++) {
    const scaled = x[offset + i * step] / largest;
    x[offset + i * step] = scaled;
    sum += scaled * scaled;
  }
  const beta = alpha >= 0 ? -Math.sqrt(sum) : Math.sqrt(sum);
  for (let i = 1; i < length; i++) x[offset + i * step] = x[offset + i * step] / (first - beta);
  return { tau: (beta - first) / beta, beta: beta * largest };
}

/**
 * The rows of `(H0 H1 ...)^T`, where row k of `vectors` is the reflection Hk's v (zeros before its
 * first element). Built from the last one, so that each works on the part that is not the identity.
 */
export function productRows(vectors: Float64Array, tau: Float64Array, n: number): Float64Array {
  const rows = new Float64Array(n * n);
  for (let i = 0; i < n; i++) rows[i * n + i] = 1;
  for (let k = n - 1; k >= 0; k--) {
    if (tau[k] === 0) continue;
    const v = k * n;
    for (let i = k; i < n; i++) {
      const row = i * n;
      let sum = 0;
      for (let j = k; j < n; j++) sum += rows[row + j] * vectors[v + j];
      sum *= tau[k];
      for (let j = k; j < n; j++) rows[row + j] = rows[row + j] - sum * vectors[v + j];
    }
  }
  return rows;
}

// M, K: y (M) = alpha A (M, K) x (K) + beta y, any strides, float64 or float32.
import type { TypedArray } from "../core/dtype.ts";

/**
 * Matrix-vector product. A is read once, in the order it lies in memory, one row (or column)
 * after the other: several rows at a time would need fewer loads of x, but a large A then comes
 * from memory at less than half the speed. Sums are kept in double precision.
 */
export function gemv(
  m: number,
  k: number,
  alpha: number,
  a: TypedArray,
  aOffset: number,
  aRow: number,
  aCol: number,
  x: TypedArray,
  xOffset: number,
  xStep: number,
  beta: number,
  y: TypedArray,
  yOffset: number,
  yStep: number,
): void {
  const dense = new Float64Array(k);
  for (let p = 0, from = xOffset; p < k; p++, from += xStep) dense[p] = x[from];
  const sums = new Float64Array(m);
  if (Math.abs(aCol) <= Math.abs(aRow)) dotRows(m, k, a, aOffset, aRow, aCol, dense, sums);
  else addColumns(m, k, a, aOffset, aRow, aCol, dense, sums);
  for (let i = 0, to = yOffset; i < m; i++, to += yStep) {
    y[to] = beta === 0 ? alpha * sums[i] : alpha * sums[i] + beta * y[to];
  }
}

/** `sums[i] = A[i, :] . x`, in four partial sums. */
function dotRows(
  m: number,
  k: number,
  a: TypedArray,
  offset: number,
  row: number,
  col: number,
  x: Float64Array,
  sums: Float64Array,
): void {
  const whole = k - (k % 4);
  for (let i = 0; i < m; i++) {
    let p = offset + i * row;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let j = 0;
    for (; j < whole; j += 4) {
      s0 += a[p] * x[j];
      p += col;
      s1 += a[p] * x[j + 1];
      p += col;
      s2 += a[p] * x[j + 2];
      p += col;
      s3 += a[p] * x[j + 3];
      p += col;
    }
    for (; j < k; j++, p += col) s0 += a[p] * x[j];
    sums[i] = s0 + s1 + (s2 + s3);
  }
}

/** `sums += A[:, j] x[j]` for every column. */
function addColumns(
  m: number,
  k: number,
  a: TypedArray,
  offset: number,
  row: number,
  col: number,
  x: Float64Array,
  sums: Float64Array,
): void {
  const whole = m - (m % 4);
  for (let j = 0; j < k; j++) {
    const v = x[j];
    let p = offset + j * col;
    let i = 0;
    for (; i < whole; i += 4) {
      sums[i] += a[p] * v;
      p += row;
      sums[i + 1] += a[p] * v;
      p += row;
      sums[i + 2] += a[p] * v;
      p += row;
      sums[i + 3] += a[p] * v;
      p += row;
    }
    for (; i < m; i++, p += row) sums[i] += a[p] * v;
  }
}

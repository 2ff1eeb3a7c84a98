// M, K: y (M) = alpha A (M, K) x (K) + beta y, any strides, float64 or float32.
import type { TypedArray } from "../core/dtype.ts";

/**
 * Matrix-vector product, reading A in the order it lies in memory: rows that are contiguous
 * are taken four at a time as dot products with x; columns that are contiguous are added four
 * at a time to y. Sums are kept in double precision.
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
  for (let p = 0, from = xOffset; p < k; p++, from += xStep) dense[p] = x[from]!;
  const sums = new Float64Array(m);
  if (Math.abs(aCol) <= Math.abs(aRow)) dotRows(m, k, a, aOffset, aRow, aCol, dense, sums);
  else addColumns(m, k, a, aOffset, aRow, aCol, dense, sums);
  for (let i = 0, to = yOffset; i < m; i++, to += yStep) {
    y[to] = beta === 0 ? alpha * sums[i] : alpha * sums[i] + beta * y[to];
  }
}

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
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    let p0 = offset + i * row;
    let p1 = p0 + row;
    let p2 = p1 + row;
    let p3 = p2 + row;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0; j < k; j++, p0 += col, p1 += col, p2 += col, p3 += col) {
      const v = x[j];
      s0 += a[p0] * v;
      s1 += a[p1] * v;
      s2 += a[p2] * v;
      s3 += a[p3] * v;
    }
    sums[i] = s0;
    sums[i + 1] = s1;
    sums[i + 2] = s2;
    sums[i + 3] = s3;
  }
  for (; i < m; i++) {
    let s = 0;
    for (let j = 0, p = offset + i * row; j < k; j++, p += col) s += a[p] * x[j];
    sums[i] = s;
  }
}

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
  let j = 0;
  for (; j + 4 <= k; j += 4) {
    let p0 = offset + j * col;
    let p1 = p0 + col;
    let p2 = p1 + col;
    let p3 = p2 + col;
    const x0 = x[j];
    const x1 = x[j + 1];
    const x2 = x[j + 2];
    const x3 = x[j + 3];
    for (let i = 0; i < m; i++, p0 += row, p1 += row, p2 += row, p3 += row) {
      sums[i] = sums[i] + (a[p0] * x0 + a[p1] * x1 + (a[p2] * x2 + a[p3] * x3));
    }
  }
  for (; j < k; j++) {
    const v = x[j];
    for (let i = 0, p = offset + j * col; i < m; i++, p += row) sums[i] = sums[i] + a[p] * v;
  }
}

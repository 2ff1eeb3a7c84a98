// M, N, K: C (M, N) = alpha A (M, K) B (K, N) + beta C, any strides, float64 or float32.
import type { TypedArray } from "../core/dtype.ts";
import { gemv } from "./gemv.ts";

const blockRows = 64;
const blockDepth = 256;

/**
 * Matrix product with a 4x4 register tile: slabs of A and B are copied into panels of four rows
 * (columns) so that the inner loop reads both in order whatever the strides were. Sums are
 * kept in double precision, and float32 results are rounded once per slab of 256.
 *
 * Parameters as in `Gemm` (kernels.ts). This is the readable one: the fallback of the
 * WebAssembly kernels and the oracle in their tests.
 */
export function gemm(
  m: number,
  n: number,
  k: number,
  alpha: number,
  a: TypedArray,
  aOffset: number,
  aRow: number,
  aCol: number,
  b: TypedArray,
  bOffset: number,
  bRow: number,
  bCol: number,
  beta: number,
  c: TypedArray,
  cOffset: number,
  cRow: number,
  cCol: number,
): void {
  if (n === 1) {
    gemv(m, k, alpha, a, aOffset, aRow, aCol, b, bOffset, bRow, beta, c, cOffset, cRow);
    return;
  }
  if (m === 1) {
    gemv(n, k, alpha, b, bOffset, bCol, bRow, a, aOffset, aCol, beta, c, cOffset, cCol);
    return;
  }
  if (beta !== 1) scale(m, n, beta, c, cOffset, cRow, cCol);
  if (k === 0 || m === 0 || n === 0) return;
  const depth = Math.min(k, blockDepth);
  const bPanels = new Float64Array(4 * Math.ceil(n / 4) * depth);
  const aPanels = new Float64Array(4 * Math.ceil(Math.min(m, blockRows) / 4) * depth);
  const tile = new Float64Array(16);
  for (let p = 0; p < k; p += depth) {
    const kb = Math.min(depth, k - p);
    pack(n, kb, b, bOffset + p * bRow, bCol, bRow, bPanels);
    for (let i = 0; i < m; i += blockRows) {
      const mb = Math.min(blockRows, m - i);
      pack(mb, kb, a, aOffset + i * aRow + p * aCol, aRow, aCol, aPanels);
      for (let j = 0; j < n; j += 4) {
        const nt = Math.min(4, n - j);
        for (let t = 0; t < mb; t += 4) {
          multiplyTile(kb, aPanels, t * kb, bPanels, j * kb, tile);
          const mt = Math.min(4, mb - t);
          for (let r = 0; r < mt; r++) {
            let position = cOffset + (i + t + r) * cRow + j * cCol;
            for (let s = 0; s < nt; s++, position += cCol) {
              c[position] = c[position] + alpha * tile[4 * r + s];
            }
          }
        }
      }
    }
  }
}

function scale(
  m: number,
  n: number,
  beta: number,
  c: TypedArray,
  offset: number,
  row: number,
  col: number,
): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0, p = offset + i * row; j < n; j++, p += col) c[p] = beta === 0 ? 0 : beta * c[p];
  }
}

/** Copies `rows` x `depth` into panels of four rows, depth by depth; missing rows become 0. */
function pack(
  rows: number,
  depth: number,
  source: TypedArray,
  offset: number,
  row: number,
  step: number,
  panels: Float64Array,
): void {
  for (let i = 0; i < rows; i += 4) {
    const base = i * depth;
    for (let r = 0; r < 4; r++) {
      let to = base + r;
      if (i + r < rows) {
        let from = offset + (i + r) * row;
        for (let p = 0; p < depth; p++, from += step, to += 4) panels[to] = source[from];
      } else {
        for (let p = 0; p < depth; p++, to += 4) panels[to] = 0;
      }
    }
  }
}

/** `tile (4, 4) = A panel (4, depth) times B panel (depth, 4)`. */
function multiplyTile(
  depth: number,
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  tile: Float64Array,
): void {
  let c00 = 0, c01 = 0, c02 = 0, c03 = 0; // prettier-ignore
  let c10 = 0, c11 = 0, c12 = 0, c13 = 0; // prettier-ignore
  let c20 = 0, c21 = 0, c22 = 0, c23 = 0; // prettier-ignore
  let c30 = 0, c31 = 0, c32 = 0, c33 = 0; // prettier-ignore
  const end = aStart + 4 * depth;
  for (let i = aStart, j = bStart; i < end; i += 4, j += 4) {
    const b0 = b[j];
    const b1 = b[j + 1];
    const b2 = b[j + 2];
    const b3 = b[j + 3];
    const a0 = a[i];
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    c03 += a0 * b3;
    const a1 = a[i + 1];
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
    c13 += a1 * b3;
    const a2 = a[i + 2];
    c20 += a2 * b0;
    c21 += a2 * b1;
    c22 += a2 * b2;
    c23 += a2 * b3;
    const a3 = a[i + 3];
    c30 += a3 * b0;
    c31 += a3 * b1;
    c32 += a3 * b2;
    c33 += a3 * b3;
  }
  tile[0] = c00;
  tile[1] = c01;
  tile[2] = c02;
  tile[3] = c03;
  tile[4] = c10;
  tile[5] = c11;
  tile[6] = c12;
  tile[7] = c13;
  tile[8] = c20;
  tile[9] = c21;
  tile[10] = c22;
  tile[11] = c23;
  tile[12] = c30;
  tile[13] = c31;
  tile[14] = c32;
  tile[15] = c33;
}

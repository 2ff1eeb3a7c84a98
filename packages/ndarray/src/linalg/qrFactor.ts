// M, N: rows and columns of A; P = min(M, N); S: columns of a panel.
import { gemmKernel } from "../kernels.ts";
import { makeReflection } from "./householder.ts";

const PANEL = 32;

/** Reflections of one panel as `I - V T V^T`: V (rows, S) unit lower, T (S, S) upper triangular. */
interface Panel {
  readonly start: number;
  readonly rows: number;
  readonly size: number;
  readonly v: Float64Array;
  readonly t: Float64Array;
}

/** Q of a QR factorisation, as the reflections it is made of. */
export interface Reflections {
  readonly m: number;
  readonly panels: readonly Panel[];
}

/**
 * Overwrites row-major A (M, N) with R in its upper triangle (below it are leftovers), and returns
 * Q (M, M) as reflections. Panels of columns are reduced one by one; the rest of A takes each panel
 * as two matrix products.
 *
 * Source: Schreiber and Van Loan, A Storage-Efficient WY Representation for Products of Householder
 * Transformations, 1989.
 */
export function factorQr(a: Float64Array, m: number, n: number): Reflections {
  const panels: Panel[] = [];
  const p = Math.min(m, n);
  for (let start = 0; start < p; start += PANEL) {
    const panel = reducePanel(a, m, n, start, Math.min(PANEL, p - start));
    panels.push(panel);
    const end = start + panel.size;
    applyPanel(panel, true, a, start * n + end, n, n - end);
  }
  return { m, panels };
}

/** Overwrites C (M, K), rows `k` long, with `Q C`, or `Q^T C` when `transpose`. */
export function applyQ(
  { panels }: Reflections,
  transpose: boolean,
  c: Float64Array,
  k: number,
): void {
  for (const panel of transpose ? panels : panels.toReversed()) {
    applyPanel(panel, transpose, c, panel.start * k, k, k);
  }
}

/** The first `k` columns of Q, as (M, k). */
export function formQ(reflections: Reflections, k: number): Float64Array {
  const q = new Float64Array(reflections.m * k);
  for (let i = 0; i < k; i++) q[i * k + i] = 1;
  applyQ(reflections, false, q, k);
  return q;
}

/** Reduces columns `start` to `start + size` of A to upper triangular form. */
function reducePanel(a: Float64Array, m: number, n: number, start: number, size: number): Panel {
  const rows = m - start;
  const v = new Float64Array(rows * size);
  for (let i = 0; i < rows; i++) {
    const from = (start + i) * n + start;
    v.set(a.subarray(from, from + size), i * size);
  }
  const tau = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    const made = makeReflection(v, j * size + j, size, rows - j);
    tau[j] = made.tau;
    reflectColumns(v, rows, size, j, made.tau);
    for (let i = 0; i < j; i++) {
      a[(start + i) * n + start + j] = v[i * size + j]!;
      v[i * size + j] = 0;
    }
    a[(start + j) * n + start + j] = made.beta;
  }
  return { start, rows, size, v, t: blockFactor(v, tau, rows, size) };
}

/** Applies the reflection in column j of the panel to the columns right of it. */
function reflectColumns(v: Float64Array, rows: number, size: number, j: number, tau: number): void {
  if (tau === 0) return;
  const sums = new Float64Array(size);
  for (let i = j; i < rows; i++) {
    const row = i * size;
    const factor = v[row + j];
    for (let c = j + 1; c < size; c++) sums[c] = sums[c] + factor * v[row + c];
  }
  for (let i = j; i < rows; i++) {
    const row = i * size;
    const factor = tau * v[row + j];
    for (let c = j + 1; c < size; c++) v[row + c] = v[row + c] - factor * sums[c];
  }
}

/** T of `H1 H2 ... = I - V T V^T`: column j is `-tau_j T (V^T v_j)` above `tau_j`. */
function blockFactor(v: Float64Array, tau: Float64Array, rows: number, size: number): Float64Array {
  const t = new Float64Array(size * size);
  const products = new Float64Array(size * size);
  gemmKernel("float64")(size, size, rows, 1, v, 0, 1, size, v, 0, size, 1, 0, products, 0, size, 1);
  for (let j = 0; j < size; j++) {
    t[j * size + j] = tau[j]!;
    for (let i = 0; i < j; i++) {
      let sum = 0;
      for (let p = i; p < j; p++) sum += t[i * size + p] * products[p * size + j];
      t[i * size + j] = -tau[j] * sum;
    }
  }
  return t;
}

/** `C -= V T (V^T C)`, or with `T^T` for the transpose; C (rows, K) from `offset`, rows `step` apart. */
function applyPanel(
  { rows, size, v, t }: Panel,
  transpose: boolean,
  c: Float64Array,
  offset: number,
  step: number,
  k: number,
): void {
  if (k === 0) return;
  const gemm = gemmKernel("float64");
  const inner = new Float64Array(size * k);
  const scaled = new Float64Array(size * k);
  gemm(size, k, rows, 1, v, 0, 1, size, c, offset, step, 1, 0, inner, 0, k, 1);
  const [row, col] = transpose ? [1, size] : [size, 1];
  gemm(size, k, size, 1, t, 0, row, col, inner, 0, k, 1, 0, scaled, 0, k, 1);
  gemm(rows, k, size, -1, v, 0, size, 1, scaled, 0, k, 1, 1, c, offset, step, 1);
}

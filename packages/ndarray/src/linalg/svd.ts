import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { LinAlgError } from "./linAlgError.ts";
import { checkFinite, matrices, nth, place, result } from "./matrices.ts";
import { applyQ, factorQr } from "./qrFactor.ts";
import { copyUpper } from "./qr.ts";
import { scaleOf, transposed } from "./rotation.ts";
import { factorSvd } from "./svdFactor.ts";

export interface SvdOptions {
  /** U (..., M, M) and V^T (..., N, N), as by default; false for (..., M, P) and (..., P, N). */
  readonly fullMatrices?: boolean;
}

/** `A = U diag(s) V^T`, s in descending order. */
export interface Svd {
  readonly u: NDArray;
  readonly s: NDArray;
  readonly vt: NDArray;
}

/**
 * The singular value decomposition of A (..., M, N): s (..., P) with P = min(M, N), and orthonormal
 * columns in U and rows in V^T. The signs of a pair of vectors are arbitrary.
 *
 * Throws LinAlgError when an element is not finite.
 */
export function svd(a: ArrayInput, { fullMatrices = true }: SvdOptions = {}): Svd {
  const { data, count, m, n, lead, dtype } = matrices("svd", a);
  checkFinite("svd", data, n);
  const p = Math.min(m, n);
  const [columns, rows] = fullMatrices ? [m, n] : [p, p];
  const u = new Float64Array(count * m * columns);
  const s = new Float64Array(count * p);
  const vt = new Float64Array(count * rows * n);
  for (let i = 0; i < count; i++) {
    const parts = decompose(nth(data, m * n, i), m, n, fullMatrices ? "full" : "thin");
    if (parts === undefined) throw notConverged("svd", count, i);
    nth(u, m * columns, i).set(parts.u);
    nth(s, p, i).set(parts.s);
    nth(vt, rows * n, i).set(parts.vt);
  }
  return {
    u: result(u, [...lead, m, columns], dtype),
    s: result(s, [...lead, p], dtype),
    vt: result(vt, [...lead, rows, n], dtype),
  };
}

/** The singular values of A (..., M, N) alone, (..., P) in descending order. */
export function svdvals(a: ArrayInput): NDArray {
  const { data, count, m, n, lead, dtype } = matrices("svdvals", a);
  const p = Math.min(m, n);
  const s = new Float64Array(count * p);
  for (let i = 0; i < count; i++) {
    nth(s, p, i).set(singularValues("svdvals", nth(data, m * n, i), m, n));
  }
  return result(s, [...lead, p], dtype);
}

/** The singular values of one row-major A (M, N), which is left as it is. */
export function singularValues(
  operation: string,
  a: Float64Array,
  m: number,
  n: number,
): Float64Array {
  checkFinite(operation, a, n);
  const parts = decompose(a.slice(), m, n, "values");
  if (parts === undefined) throw notConverged(operation, 1, 0);
  return parts.s;
}

export function notConverged(operation: string, count: number, i: number): LinAlgError {
  return new LinAlgError(`${operation}: the iteration did not converge${place(count, i)}`);
}

interface Parts {
  readonly u: Float64Array;
  readonly s: Float64Array;
  readonly vt: Float64Array;
}

/**
 * The SVD of one row-major A (M, N), which is overwritten. A tall matrix is first reduced to its
 * square R; a wide one is decomposed as its transpose.
 */
export function decompose(
  a: Float64Array,
  m: number,
  n: number,
  want: "full" | "thin" | "values",
): Parts | undefined {
  if (m < n) {
    const parts = decompose(transposed(a, m, n), n, m, want);
    if (parts === undefined || want === "values") return parts;
    const columns = want === "full" ? n : m;
    return {
      u: transposed(parts.vt, m, m),
      s: parts.s,
      vt: transposed(parts.u, n, columns),
    };
  }
  const scale = scaleOf(a);
  for (let i = 0; i < a.length; i++) a[i] = a[i] / scale;
  const reflections = m > n ? factorQr(a, m, n) : undefined;
  const square = new Float64Array(n * n);
  if (reflections === undefined) square.set(a);
  else copyUpper(a, n, square, n);
  const form = factorSvd(square, n, want !== "values");
  if (form === undefined) return undefined;
  const order = Array.from(form.values.keys());
  order.sort((p, q) => form.values[q] - form.values[p]);
  const s = Float64Array.from(order, (from) => form.values[from] * scale);
  if (want === "values") return { u: form.left, s, vt: form.right };
  const columns = want === "full" ? m : n;
  const u = new Float64Array(m * columns);
  const vt = new Float64Array(n * n);
  for (const [to, from] of order.entries()) {
    for (let i = 0; i < n; i++) u[i * columns + to] = form.left[from * n + i]!;
    vt.set(form.right.subarray(from * n, (from + 1) * n), to * n);
  }
  for (let i = n; i < columns; i++) u[i * columns + i] = 1;
  if (reflections !== undefined) applyQ(reflections, false, u, columns);
  return { u, s, vt };
}

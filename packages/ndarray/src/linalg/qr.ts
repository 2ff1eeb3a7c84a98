import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { matrices, nth, result } from "./matrices.ts";
import { factorQr, formQ } from "./qrFactor.ts";

/**
 * `A = Q R` of A (..., M, N) with orthonormal columns in Q and upper triangular R, by Householder
 * reflections: Q (..., M, P) and R (..., P, N) with P = min(M, N), or Q (..., M, M) and R (..., M, N)
 * when the mode is "complete". R's diagonal can be negative.
 */
export function qr(
  a: ArrayInput,
  mode: "reduced" | "complete" = "reduced",
): { q: NDArray; r: NDArray } {
  const { data, count, m, n, lead, dtype } = matrices("qr", a);
  const k = mode === "complete" ? m : Math.min(m, n);
  const q = new Float64Array(count * m * k);
  const r = new Float64Array(count * k * n);
  for (let i = 0; i < count; i++) {
    const matrix = nth(data, m * n, i);
    const reflections = factorQr(matrix, m, n);
    nth(q, m * k, i).set(formQ(reflections, k));
    copyUpper(matrix, n, nth(r, k * n, i), k);
  }
  return { q: result(q, [...lead, m, k], dtype), r: result(r, [...lead, k, n], dtype) };
}

/** Copies the upper triangle of the first `rows` rows, each N long. */
export function copyUpper(from: Float64Array, n: number, to: Float64Array, rows: number): void {
  for (let i = 0; i < Math.min(rows, n); i++) {
    for (let j = i; j < n; j++) to[i * n + j] = from[i * n + j]!;
  }
}

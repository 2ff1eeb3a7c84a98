import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { LinAlgError } from "./linAlgError.ts";
import { nth, place, result } from "./matrices.ts";
import { checkSystem } from "./solve.ts";
import { solveInPlace } from "./triangular.ts";

export interface TriangularOptions {
  /** Whether T is lower triangular; the other triangle is not read. False by default. */
  readonly lower?: boolean;
  /** Solve `T^T X = B` instead. */
  readonly transpose?: boolean;
  /** Take T's diagonal for ones, without reading it. */
  readonly unitDiagonal?: boolean;
}

/**
 * The X with `T X = B`, for triangular T (..., M, M) and B (M,) or (..., M, K), by substitution.
 *
 * Throws LinAlgError when T has a zero on its diagonal.
 */
export function solveTriangular(
  t: ArrayInput,
  b: ArrayInput,
  { lower = false, transpose = false, unitDiagonal = false }: TriangularOptions = {},
): NDArray {
  const { a, b: x, count, m, k, shape, dtype } = checkSystem("solveTriangular", t, b);
  const triangle = { lower: lower !== transpose, unit: unitDiagonal };
  const [row, col] = transpose ? [1, m] : [m, 1];
  for (let i = 0; i < count; i++) {
    const matrix = nth(a, m * m, i);
    const zero = unitDiagonal ? -1 : zeroOnDiagonal(matrix, m);
    if (zero >= 0) {
      throw new LinAlgError(
        `solveTriangular: the matrix is singular${place(count, i)}, its diagonal is 0 at ${zero}`,
      );
    }
    solveInPlace(triangle, m, matrix, 0, row, col, k, nth(x, m * k, i), 0, k);
  }
  return result(x, shape, dtype);
}

function zeroOnDiagonal(t: Float64Array, m: number): number {
  for (let j = 0; j < m; j++) if (t[j * (m + 1)] === 0) return j;
  return -1;
}

import { ShapeError } from "../core/errors.ts";
import { asArray } from "../elementwise/operand.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { formatShape } from "../core/shape.ts";
import { epsilon, floatType } from "./matrices.ts";
import { singularValues } from "./svd.ts";

/**
 * How many singular values of A (M, N) are above `tol`, or above `max(M, N) * epsilon` times the
 * largest when no `tol` is given.
 *
 * Throws LinAlgError when an element is not finite.
 */
export function matrixRank(input: ArrayInput, { tol }: { readonly tol?: number } = {}): number {
  const a = asArray(input);
  if (a.ndim !== 2) {
    throw new ShapeError(`matrixRank: expected a matrix (M, N), got shape ${formatShape(a.shape)}`);
  }
  const [m, n] = a.shape;
  const s = singularValues("matrixRank", a.toTyped("float64"), m, n);
  const cut = tol ?? (s[0] ?? 0) * Math.max(m, n) * epsilon(floatType(a));
  return s.reduce((count, value) => count + Number(value > cut), 0);
}

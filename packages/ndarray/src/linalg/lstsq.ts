// M, N: rows and columns of A; K: columns of B; P = min(M, N).
import { ShapeError } from "../core/errors.ts";
import type { NDArray } from "../core/ndarray.ts";
import { asArray } from "../elementwise/operand.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { formatShape } from "../core/shape.ts";
import { gemmKernel } from "../kernels.ts";
import { checkFinite, epsilon, floatType, matrices, result } from "./matrices.ts";
import { applyQ, factorQr } from "./qrFactor.ts";
import { copyUpper } from "./qr.ts";
import { decompose, notConverged } from "./svd.ts";

export interface LeastSquares {
  /** (N,) or (N, K), as B has one axis or two. */
  readonly x: NDArray;
  /** Sums of squared residuals, (1,) or (K,); empty when the rank is below N or M is not above N. */
  readonly residuals: NDArray;
  readonly rank: number;
  /** Of A, (P,) in descending order. */
  readonly singularValues: NDArray;
}

export interface LeastSquaresOptions {
  /** Singular values up to this times the largest count as 0; `max(M, N) * epsilon` by default. */
  readonly rcond?: number;
}

/**
 * The X that minimises `|A X - B|^2`, for A (M, N) and B (M,) or (M, K); of all such X the one with
 * the smallest norm, by the singular value decomposition (of R, when A is tall).
 *
 * Throws ShapeError when the shapes do not fit, LinAlgError when an element is not finite.
 */
export function lstsq(
  left: ArrayInput,
  right: ArrayInput,
  options: LeastSquaresOptions = {},
): LeastSquares {
  const a = asArray(left);
  const b = asArray(right);
  const isVector = b.ndim === 1;
  if (a.ndim !== 2 || b.ndim < 1 || b.ndim > 2 || a.shape[0] !== b.shape[0]) {
    throw new ShapeError(
      `lstsq: expected A (M, N) and B (M,) or (M, K), got ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
    );
  }
  const lhs = matrices("lstsq", a);
  const rhs = matrices("lstsq", isVector ? b.reshape(b.size, 1) : b);
  checkFinite("lstsq", lhs.data, lhs.n);
  checkFinite("lstsq", rhs.data, rhs.n);
  const { m, n } = lhs;
  const k = rhs.n;
  const dtype = floatType(a, b);
  const rcond = options.rcond ?? Math.max(m, n) * epsilon(dtype);

  let matrix = lhs.data;
  let rows = m;
  if (m > n) {
    const reflections = factorQr(matrix, m, n);
    applyQ(reflections, true, rhs.data, k);
    const square = new Float64Array(n * n);
    copyUpper(matrix, n, square, n);
    matrix = square;
    rows = n;
  }
  const parts = decompose(matrix, rows, n, "thin");
  if (parts === undefined) throw notConverged("lstsq", 1, 0);
  const { u, s, vt } = parts;
  const cut = rcond * (s[0] ?? 0);
  const rank = s.reduce((count, value) => count + Number(value > cut), 0);

  // X = V diag(1 / s) U^T B, over the singular values that count.
  const gemm = gemmKernel("float64");
  const p = s.length;
  const inner = new Float64Array(p * k);
  gemm(p, k, rows, 1, u, 0, 1, p, rhs.data, 0, k, 1, 0, inner, 0, k, 1);
  for (let i = 0; i < p; i++) {
    for (let c = 0; c < k; c++) inner[i * k + c] = i < rank ? inner[i * k + c] / s[i] : 0;
  }
  const x = new Float64Array(n * k);
  gemm(n, k, p, 1, vt, 0, 1, n, inner, 0, k, 1, 0, x, 0, k, 1);

  return {
    x: result(x, isVector ? [n] : [n, k], dtype),
    residuals: result(...residualSums(rhs.data, m, n, k, rank), dtype),
    rank,
    singularValues: result(s, [p], dtype),
  };
}

/** What of `Q^T B` lies below the first N rows is what no X can reach. */
function residualSums(
  qtb: Float64Array,
  m: number,
  n: number,
  k: number,
  rank: number,
): [Float64Array, number[]] {
  if (rank < n || m <= n) return [new Float64Array(0), [0]];
  const sums = new Float64Array(k);
  for (let i = n; i < m; i++) {
    for (let c = 0; c < k; c++) sums[c] = sums[c] + qtb[i * k + c] ** 2;
  }
  return [sums, [k]];
}

import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { gemmKernel } from "../kernels.ts";
import { checkFinite, matrices, nth, result } from "./matrices.ts";
import { decompose, notConverged } from "./svd.ts";

/**
 * The pseudo-inverse (..., N, M) of A (..., M, N). Singular values up to `rcond` times the largest
 * count as 0; `rcond` is 1e-15 unless given, as in NumPy.
 *
 * Throws LinAlgError when an element is not finite.
 */
export function pinv(a: ArrayInput, { rcond = 1e-15 }: { readonly rcond?: number } = {}): NDArray {
  const { data, count, m, n, lead, dtype } = matrices("pinv", a);
  checkFinite("pinv", data, n);
  const gemm = gemmKernel("float64");
  const inverse = new Float64Array(count * n * m);
  for (let i = 0; i < count; i++) {
    const parts = decompose(nth(data, m * n, i), m, n, "thin");
    if (parts === undefined) throw notConverged("pinv", count, i);
    const { u, s, vt } = parts;
    const p = s.length;
    const cut = rcond * (s[0] ?? 0);
    for (let j = 0; j < p; j++) {
      const factor = s[j] > cut ? 1 / s[j] : 0;
      for (let c = 0; c < n; c++) vt[j * n + c] = factor * vt[j * n + c];
    }
    gemm(n, m, p, 1, vt, 0, 1, n, u, 0, 1, p, 0, inverse, i * n * m, m, 1);
  }
  return result(inverse, [...lead, n, m], dtype);
}

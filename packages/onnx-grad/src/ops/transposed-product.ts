import type { Value } from "../graph/value.ts";
import { gemm } from "./matmul.ts";
import { reshape, transpose } from "./shape.ts";

/** With fewer columns the copies cost more than they save. */
const leastColumns = 64;

/** Results higher than so many times their width, those of a vocabulary, are too large to be copied. */
const mostHeight = 4;

/**
 * `scale * a^T b`, the gradient of weights: `a` is `(K, M)`, `b` `(K, N)`, the result `(M, N)`.
 *
 * ONNX Runtime's kernel turns a transposed left factor round for every few columns of the result, which takes half as
 * long again as the product itself. One copy of the narrower matrix spares that; where it is `b` that is copied,
 * the result is turned round, too.
 */
export function transposedProduct(a: Value, b: Value, scale: number): Value {
  const [m, n] = [a.shape[1], b.shape[1]];
  const areKnown = typeof m === "number" && typeof n === "number";
  if (!areKnown || Math.min(m, n) < leastColumns || m > mostHeight * n) {
    return gemm(a, b, undefined, { transA: true, alpha: scale });
  }
  if (m <= n) return gemm(turned(a), b, undefined, { alpha: scale });
  return turned(gemm(turned(b), a, undefined, { alpha: scale }));
}

/** A transposed copy. A matrix's would be folded into the product again, that of three axes is not. */
function turned(matrix: Value): Value {
  const [rows, columns] = matrix.shape;
  return reshape(transpose(reshape(matrix, [1, rows, columns]), [2, 0, 1]), [columns, rows]);
}

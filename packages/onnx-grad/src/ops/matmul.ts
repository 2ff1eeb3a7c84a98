import { multiplyDimensions, showShape } from "../graph/dimension.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Value } from "../graph/value.ts";
import { add, multiply } from "./elementwise.ts";
import { reshape, transpose } from "./shape.ts";

export type MatmulOptions = {
  /** Take the last two axes of `a` (or `b`) the other way round. */
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  /** A factor for the product. */
  readonly scale?: number;
};

/**
 * The matrix product over the last two axes; the axes before them are a batch and broadcast.
 * `(..., M, K) x (..., K, N) -> (..., M, N)`
 */
export function matmul(a: Value, b: Value, options: MatmulOptions = {}): Value {
  const { transposeA = false, transposeB = false, scale = 1 } = options;
  if (a.rank < 2 || b.rank < 2) {
    throw new ShapeError(
      `matmul: expected matrices, found ${showShape(a.shape)} and ${showShape(b.shape)}`,
    );
  }
  // Many rows times one matrix is one large product, not a batch of small ones.
  if (a.rank > 2 && b.rank === 2 && !transposeA) {
    const rows = reshape(a, [multiplyDimensions(a.shape.slice(0, -1)), a.shape[a.rank - 1]]);
    const product = gemm(rows, b, undefined, { transB: transposeB, alpha: scale });
    return reshape(product, [...a.shape.slice(0, -1), product.shape[1]]);
  }
  const isPlain = !transposeA && !transposeB && scale === 1;
  if (isPlain) return a.graph.apply("MatMul", [a, b], {})[0];
  if (a.graph.contrib) {
    const attributes = { transA: transposeA, transB: transposeB, alpha: scale };
    return a.graph.apply("FusedMatMul", [a, b], attributes)[0];
  }
  const product = a.graph.apply(
    "MatMul",
    [transposeA ? transpose(a) : a, transposeB ? transpose(b) : b],
    {},
  )[0];
  return scale === 1 ? product : multiply(product, scale);
}

export type GemmOptions = { transA?: boolean; transB?: boolean; alpha?: number };

/** `alpha * a b + c` for matrices, each of `a` and `b` transposed if asked; `c` broadcasts to the product. */
export function gemm(a: Value, b: Value, c: Value | undefined, options: GemmOptions = {}): Value {
  const { transA = false, transB = false, alpha = 1 } = options;
  return a.graph.apply("Gemm", [a, b, c], { transA, transB, alpha })[0];
}

/** `x weight^T + bias`: x `(..., in)`, weight `(out, in)` as PyTorch keeps it, bias `(out)`; the result is `(..., out)`. */
export function linear(x: Value, weight: Value, bias?: Value): Value {
  // What ONNX Runtime fuses with the addition, norm or activation that follows, in an exported model.
  if (!x.graph.contrib) {
    const product = x.graph.apply("MatMul", [x, transpose(weight)], {})[0];
    return bias === undefined ? product : add(product, bias);
  }
  const rows = reshape(x, [multiplyDimensions(x.shape.slice(0, -1)), x.shape[x.rank - 1]]);
  const product = gemm(rows, weight, bias, { transB: true });
  return reshape(product, [...x.shape.slice(0, -1), product.shape[1]]);
}

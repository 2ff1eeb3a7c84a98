import { isFloat } from "../core/dtype.ts";
import { ShapeError } from "../core/errors.ts";
import { formatShape } from "../core/shape.ts";
import type { NDArray } from "../core/ndarray.ts";
import { multiply } from "../elementwise/arithmetic.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import type { OutOption } from "../elementwise/unary.ts";
import { activeKernels } from "../kernels.ts";
import { reshape } from "../shape/reshape.ts";
import { matmul } from "./matmul.ts";

/** The sum of products of two 1-D arrays (K) x (K) -> number. Throws ShapeError for other shapes. */
export function dot(a: ArrayInput, b: ArrayInput): number {
  const x = asArray(a);
  const y = asArray(b);
  if (x.ndim !== 1 || y.ndim !== 1 || x.size !== y.size) {
    throw new ShapeError(
      `dot: expected two 1-D arrays of one length, got ${formatShape(x.shape)} x ${formatShape(y.shape)}; use matmul for matrices`,
    );
  }
  const { dtype } = x;
  if (isFloat(dtype) && y.dtype === dtype) {
    const fast = activeKernels().dot?.[dtype];
    const sum = fast?.(x.size, x.data, x.offset, x.strides[0], y.data, y.offset, y.strides[0]);
    if (sum !== undefined) return dtype === "float32" ? Math.fround(sum) : sum;
  }
  return matmul(x, y).item();
}

/** Products of all pairs, (M) x (N) -> (M, N); other shapes are flattened. */
export function outer(a: ArrayInput, b: ArrayInput, options: OutOption = {}): NDArray {
  return multiply(reshape(a, [-1, 1]), reshape(b, [1, -1]), options);
}

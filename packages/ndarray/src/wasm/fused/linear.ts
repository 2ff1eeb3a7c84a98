import { allocateUnset } from "../../core/dtype.ts";
import { ShapeError } from "../../core/errors.ts";
import { NDArray } from "../../core/ndarray.ts";
import { checkOut, clobbers } from "../../core/overlap.ts";
import { formatShape } from "../../core/shape.ts";
import { add } from "../../elementwise/arithmetic.ts";
import { maximum } from "../../elementwise/arithmetic.ts";
import { matmul } from "../../products/matmul.ts";
import { currentRuntime } from "../current.ts";
import { floats } from "../floatArray.ts";
import { product } from "../gemm/gemm.ts";
import { checkFloats } from "./operands.ts";

interface LinearOptions {
  readonly activation?: "none" | "relu";
  readonly out?: NDArray;
}

/**
 * A layer's `activation(x w + bias)`: x (N, D), w (D, K), bias (K) or null -> (N, K), any strides.
 * Bias and activation are applied to each block of the product while it is in the cache.
 */
export function linear(
  x: NDArray,
  w: NDArray,
  bias: NDArray | null,
  { activation = "none", out }: LinearOptions = {},
): NDArray {
  const type = checkFloats("linear", ...[x, w, bias, out].filter((one) => one instanceof NDArray));
  const [n, d] = x.shape;
  const [rows, k] = w.shape;
  if (x.ndim !== 2 || w.ndim !== 2 || d !== rows || (bias && bias.shape.join() !== String(k)))
    throw new ShapeError(
      `linear: expected (N, D) x (D, K) + (K,), found ${formatShape(x.shape)} x ${formatShape(w.shape)}` +
        (bias ? ` + ${formatShape(bias.shape)}` : ""),
    );
  if (out) {
    checkOut("linear", out, [n, k]);
    if ([x, w, bias].some((one) => one && (one === out || clobbers(out, one))))
      throw new ShapeError("linear: out shares memory with an input; give another array");
  }
  const result = out ?? new NDArray(allocateUnset(x.dtype, n * k), [n, k], x.dtype);
  const runtime = currentRuntime();
  // A single row is a matrix-vector product, which reads w once where the blocks below would copy it first.
  if (!runtime || n === 1) {
    matmul(x, w, { out: result });
    if (bias) add(result, bias, { out: result });
    return activation === "relu" ? maximum(result, 0, { out: result }) : result;
  }
  const matrix = (array: NDArray) => ({
    data: floats(array.data),
    offset: array.offset,
    row: array.strides[0],
    column: array.strides[1],
  });
  const dense = bias && (bias.isContiguous ? bias : bias.copy());
  const epilogue = {
    bias: dense ? { data: floats(dense.data), offset: dense.offset } : undefined,
    relu: activation === "relu",
  };
  product(runtime, type, [n, k, d], 1, matrix(x), matrix(w), 0, matrix(result), epilogue);
  return result;
}

import { ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { asArray } from "../elementwise/operand.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { formatShape, sizeOf } from "../core/shape.ts";
import { LinAlgError } from "./linAlgError.ts";

/** dtype of a result: float32 when every operand is, otherwise float64. */
export type FloatType = "float64" | "float32";

/** A stack of (M, N) matrices, copied to float64 in C order; `lead` is the stack's shape. */
export interface Matrices {
  readonly lead: readonly number[];
  readonly count: number;
  readonly m: number;
  readonly n: number;
  readonly data: Float64Array;
  readonly dtype: FloatType;
}

/** Copies an array of shape (..., M, N) to work on; throws ShapeError when it has fewer than two axes. */
export function matrices(operation: string, input: ArrayInput): Matrices {
  const a = asArray(input);
  if (a.ndim < 2) {
    throw new ShapeError(
      `${operation}: expected a matrix of shape (..., M, N), got shape ${formatShape(a.shape)}`,
    );
  }
  const lead = a.shape.slice(0, -2);
  return {
    lead,
    count: sizeOf(lead),
    m: a.shape[a.ndim - 2],
    n: a.shape[a.ndim - 1],
    data: Float64Array.from(a.toTyped("float64")),
    dtype: floatType(a),
  };
}

/** As `matrices`, for square ones. */
export function squareMatrices(operation: string, a: ArrayInput): Matrices {
  const found = matrices(operation, a);
  if (found.m !== found.n) {
    throw new ShapeError(
      `${operation}: expected a square matrix, got shape ${formatShape([...found.lead, found.m, found.n])}`,
    );
  }
  return found;
}

export function floatType(...operands: readonly NDArray[]): FloatType {
  return operands.every(({ dtype }) => dtype === "float32") ? "float32" : "float64";
}

/** The i-th matrix of a stack whose matrices hold `size` numbers, as a view. */
export function nth(data: Float64Array, size: number, i: number): Float64Array {
  return data.subarray(i * size, (i + 1) * size);
}

/** Wraps a result, rounded to float32 where the operands were. */
export function result(data: Float64Array, shape: readonly number[], dtype: FloatType): NDArray {
  return dtype === "float64"
    ? new NDArray(data, shape, dtype)
    : new NDArray(Float32Array.from(data), shape, dtype);
}

/** The spacing of floats at 1. */
export function epsilon(dtype: FloatType): number {
  return dtype === "float64" ? 2 ** -52 : 2 ** -23;
}

/** Throws LinAlgError when an element is NaN or infinite. */
export function checkFinite(operation: string, data: Float64Array, n: number): void {
  const at = data.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  throw new LinAlgError(
    `${operation}: the matrix holds ${data[at]} (row ${Math.floor(at / n)}, column ${at % n}); remove or impute what is not finite first`,
  );
}

/** An error's place in a stack: nothing for a single matrix. */
export function place(count: number, i: number): string {
  return count === 1 ? "" : ` (matrix ${i} of ${count})`;
}

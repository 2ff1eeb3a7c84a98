import { ShapeError, UnsupportedError } from "../core/errors.ts";
import type { NDArray } from "../core/ndarray.ts";
import { asArray } from "../elementwise/operand.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { checkAxes, formatShape, sizeOf } from "../core/shape.ts";
import { reshape } from "../shape/reshape.ts";
import { moveaxis } from "../shape/transpose.ts";
import { floatType, nth, result } from "./matrices.ts";
import { singularValues } from "./svd.ts";

/**
 * Which norm. Of vectors: `p` for `(sum |x|^p)^(1/p)`, Infinity and -Infinity for the largest and
 * smallest size, 0 for the number of elements that are not 0. Of matrices: "fro" (root of the sum of
 * squares), "nuc" (sum of singular values), 1 and -1 (largest and smallest column sum), Infinity and
 * -Infinity (row sum), 2 and -2 (largest and smallest singular value).
 */
export type NormOrder = number | "fro" | "nuc";

export interface NormOptions {
  /** One axis for norms of vectors, two for norms of matrices. */
  readonly axis: number | readonly [number, number];
  /** Keep the axes, with length 1. */
  readonly keepdims?: boolean;
}

/**
 * The norm of an array: without an order the 2-norm of all elements, with one a vector's or a
 * matrix's (`NormOrder`); along `axis` as an array.
 *
 * Throws ShapeError when an order is given for other than one or two axes.
 */
export function norm(a: ArrayInput, order?: NormOrder): number;
export function norm(a: ArrayInput, order: NormOrder | undefined, options: NormOptions): NDArray;
export function norm(a: ArrayInput, order?: NormOrder, options?: NormOptions): number | NDArray {
  const x = asArray(a);
  if (options !== undefined) return normAlong(x, order, options);
  if (order === undefined) return vectorNorm(x.toTyped("float64"), 2);
  if (x.ndim === 1) return vectorNorm(x.toTyped("float64"), vectorOrder(order));
  if (x.ndim === 2) return matrixNorm(x.toTyped("float64"), x.shape[0], x.shape[1], order);
  throw new ShapeError(
    `norm: order ${order} is defined for one or two axes, got shape ${formatShape(x.shape)}; pass { axis }`,
  );
}

function normAlong(
  x: NDArray,
  order: NormOrder | undefined,
  { axis, keepdims = false }: NormOptions,
): NDArray {
  const axes = checkAxes("norm", axis, x.ndim);
  const moved = moveaxis(
    x,
    axes,
    axes.map((_, i) => i - axes.length),
  );
  const lead = moved.shape.slice(0, moved.ndim - axes.length);
  const tail = moved.shape.slice(moved.ndim - axes.length);
  const data = moved.toTyped("float64");
  const values = new Float64Array(sizeOf(lead));
  for (let i = 0; i < values.length; i++) {
    const part = nth(data, sizeOf(tail), i);
    values[i] =
      tail.length === 1 || order === undefined
        ? vectorNorm(part, vectorOrder(order ?? 2))
        : matrixNorm(part, tail[0], tail[1], order);
  }
  const norms = result(values, lead, floatType(x));
  if (!keepdims) return norms;
  return reshape(
    norms,
    x.shape.map((n, i) => (axes.includes(i) ? 1 : n)),
  );
}

function vectorOrder(order: NormOrder): number {
  if (typeof order === "number") return order;
  throw new UnsupportedError(`norm: "${order}" is a norm of matrices; give a number for a vector`);
}

function vectorNorm(x: Float64Array, p: number): number {
  if (p === Infinity || p === -Infinity) return extreme(x.map(Math.abs), p > 0);
  if (p === 0) return x.reduce((count, value) => count + Number(value !== 0), 0);
  if (p === 1) return x.reduce((sum, value) => sum + Math.abs(value), 0);
  if (p === 2) return Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));
  return x.reduce((sum, value) => sum + Math.abs(value) ** p, 0) ** (1 / p);
}

function matrixNorm(a: Float64Array, m: number, n: number, order: NormOrder): number {
  switch (order) {
    case "fro":
      return vectorNorm(a, 2);
    case "nuc":
      return singularValues("norm", a, m, n).reduce((sum, value) => sum + value, 0);
    case 2:
    case -2:
      return extreme(singularValues("norm", a, m, n), order > 0);
    case 1:
    case -1:
      return extreme(sums(a, m, n, 1, n), order > 0);
    case Infinity:
    case -Infinity:
      return extreme(sums(a, n, m, n, 1), order > 0);
    default:
      throw new UnsupportedError(
        `norm: a matrix has the orders "fro", "nuc", 1, 2, Infinity and their negatives, got ${order}`,
      );
  }
}

/** Sums of sizes along one axis: `count` of them `step` apart, of `length` elements `stride` apart. */
function sums(
  a: Float64Array,
  length: number,
  count: number,
  step: number,
  stride: number,
): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < length; j++) sum += Math.abs(a[i * step + j * stride]);
    return sum;
  });
}

/** The largest (or smallest) of some sizes; NaN when one is NaN, 0 when there are none to be largest. */
function extreme(values: Float64Array, largest: boolean): number {
  if (values.length === 0) {
    if (largest) return 0;
    throw new ShapeError("norm: an empty array has no smallest element");
  }
  return values.reduce(largest ? (a, b) => Math.max(a, b) : (a, b) => Math.min(a, b));
}

import type { DType } from "../core/dtype.ts";
import { isFloat } from "../core/dtype.ts";
import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkAxes } from "../core/shape.ts";
import { square, subtract } from "../elementwise/arithmetic.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { reduceAxes } from "./engine.ts";
import { sumReduction } from "./operations.ts";
import type { ReduceOptions, WholeOptions } from "./options.ts";
import { asksForArray, finish, reducedShape, roundTo } from "./options.ts";

type Options = WholeOptions | ReduceOptions;

interface Ddof {
  /** The divisor is N - ddof: 0 (the default) for a population, 1 for the unbiased estimate. */
  readonly ddof?: number;
}

const known = ["axis", "keepdims", "out"];

/** The arithmetic mean, NaN for no elements; integers give float64. */
export function mean(a: ArrayInput, options?: WholeOptions): number;
export function mean(a: ArrayInput, options: ReduceOptions): NDArray;
export function mean(a: ArrayInput, options: Options = {}): NDArray | number {
  checkOptions("mean", options, known);
  const x = asArray(a);
  const axes = checkAxes("mean", options.axis, x.ndim);
  const count = countOf(x, axes);
  const values = reduceAxes(x, axes, sumReduction).map((total) => total / count);
  return give("mean", x, axes, values, options);
}

/** The mean squared deviation from the mean (NumPy's `var`). */
export function variance(a: ArrayInput, options?: WholeOptions & Ddof): number;
export function variance(a: ArrayInput, options: ReduceOptions & Ddof): NDArray;
export function variance(a: ArrayInput, options: Options & Ddof = {}): NDArray | number {
  checkOptions("variance", options, [...known, "ddof"]);
  const x = asArray(a);
  const axes = checkAxes("variance", options.axis, x.ndim);
  return give("variance", x, axes, variances(x, axes, options.ddof ?? 0), options);
}

/** The standard deviation, the square root of `variance`. */
export function std(a: ArrayInput, options?: WholeOptions & Ddof): number;
export function std(a: ArrayInput, options: ReduceOptions & Ddof): NDArray;
export function std(a: ArrayInput, options: Options & Ddof = {}): NDArray | number {
  checkOptions("std", options, [...known, "ddof"]);
  const x = asArray(a);
  const axes = checkAxes("std", options.axis, x.ndim);
  return give("std", x, axes, variances(x, axes, options.ddof ?? 0).map(Math.sqrt), options);
}

/** Sums of squared deviations from the mean over N - ddof. */
function variances(x: NDArray, axes: readonly number[], ddof: number): Float64Array {
  const deviations = subtract(x, mean(x, { axis: axes, keepdims: true }));
  const divisor = Math.max(countOf(x, axes) - ddof, 0);
  return reduceAxes(square(deviations, { out: deviations }), axes, sumReduction).map(
    (total) => total / divisor,
  );
}

function countOf(x: NDArray, axes: readonly number[]): number {
  return axes.reduce((count, axis) => count * x.shape[axis], 1);
}

/** Values finished as a number or an array, as the options ask. */
function give(
  operation: string,
  x: NDArray,
  axes: readonly number[],
  values: Float64Array,
  options: Options,
): NDArray | number {
  const dtype: DType = isFloat(x.dtype) ? x.dtype : "float64";
  if (!asksForArray(options)) return roundTo(dtype, values[0]);
  const shape = reducedShape(x.shape, axes, options.keepdims === true);
  return finish(operation, values, shape, dtype, options.out);
}

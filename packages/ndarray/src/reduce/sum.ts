import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { countReduction, prodReduction, sumReduction } from "./operations.ts";
import type { ReduceOptions, WholeOptions } from "./options.ts";
import type { DTypeChoice } from "./reduction.ts";
import { runReduction, wideDType } from "./reduction.ts";

const known = ["axis", "keepdims", "out", "dtype"];

/**
 * The sum, pairwise as in NumPy; float32 is summed in double precision and rounded once. Sums of
 * integers and bools are int32, and refused when they do not fit (a bare number is exact to 2^53).
 */
export function sum(a: ArrayInput, options?: WholeOptions & DTypeChoice): number;
export function sum(a: ArrayInput, options: ReduceOptions & DTypeChoice): NDArray;
export function sum(
  a: ArrayInput,
  options: (WholeOptions | ReduceOptions) & DTypeChoice = {},
): NDArray | number {
  return runReduction(sumReduction, a, options, wideDType, known);
}

/** The product; dtypes as in `sum`. */
export function prod(a: ArrayInput, options?: WholeOptions & DTypeChoice): number;
export function prod(a: ArrayInput, options: ReduceOptions & DTypeChoice): NDArray;
export function prod(
  a: ArrayInput,
  options: (WholeOptions | ReduceOptions) & DTypeChoice = {},
): NDArray | number {
  return runReduction(prodReduction, a, options, wideDType, known);
}

/** How many elements are not 0. */
export function countNonzero(a: ArrayInput, options?: WholeOptions): number;
export function countNonzero(a: ArrayInput, options: ReduceOptions): NDArray;
export function countNonzero(
  a: ArrayInput,
  options: WholeOptions | ReduceOptions = {},
): NDArray | number {
  return runReduction(countReduction, a, options, () => "int32");
}

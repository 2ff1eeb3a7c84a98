import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { maxReduction, minReduction } from "./operations.ts";
import type { ReduceOptions, WholeOptions } from "./options.ts";
import { runReduction } from "./reduction.ts";

/** The largest element, NaN when there is one. Throws ShapeError for no elements. */
export function max(a: ArrayInput, options?: WholeOptions): number;
export function max(a: ArrayInput, options: ReduceOptions): NDArray;
export function max(a: ArrayInput, options: WholeOptions | ReduceOptions = {}): NDArray | number {
  return runReduction(maxReduction, a, options, (dtype) => dtype);
}

/** The smallest element, NaN when there is one. Throws ShapeError for no elements. */
export function min(a: ArrayInput, options?: WholeOptions): number;
export function min(a: ArrayInput, options: ReduceOptions): NDArray;
export function min(a: ArrayInput, options: WholeOptions | ReduceOptions = {}): NDArray | number {
  return runReduction(minReduction, a, options, (dtype) => dtype);
}

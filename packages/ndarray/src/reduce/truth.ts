import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import type { Reduction } from "./operations.ts";
import { allReduction, anyReduction } from "./operations.ts";
import type { ReduceOptions, WholeOptions } from "./options.ts";
import { runReduction } from "./reduction.ts";

/** Whether any element is true (not 0); false for none. */
export function any(a: ArrayInput, options?: WholeOptions): boolean;
export function any(a: ArrayInput, options: ReduceOptions): NDArray;
export function any(a: ArrayInput, options: WholeOptions | ReduceOptions = {}): NDArray | boolean {
  return truth(anyReduction, a, options);
}

/** Whether all elements are true (not 0); true for none. */
export function all(a: ArrayInput, options?: WholeOptions): boolean;
export function all(a: ArrayInput, options: ReduceOptions): NDArray;
export function all(a: ArrayInput, options: WholeOptions | ReduceOptions = {}): NDArray | boolean {
  return truth(allReduction, a, options);
}

function truth(
  reduction: Reduction,
  a: ArrayInput,
  options: WholeOptions | ReduceOptions,
): NDArray | boolean {
  const result = runReduction(reduction, a, options, () => "bool");
  return typeof result === "number" ? result !== 0 : result;
}

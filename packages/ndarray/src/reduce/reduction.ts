import type { DType } from "../core/dtype.ts";
import { checkDType, isFloat } from "../core/dtype.ts";
import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkAxes } from "../core/shape.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { reduceAxes } from "./engine.ts";
import type { Reduction } from "./operations.ts";
import type { ReduceOptions, WholeOptions } from "./options.ts";
import { asksForArray, finish, reducedShape, roundTo } from "./options.ts";

export interface DTypeChoice {
  /** The dtype of the result. */
  readonly dtype?: DType;
}

/** Sums and products of integers need a dtype of their own. */
export function wideDType(dtype: DType): DType {
  return isFloat(dtype) ? dtype : "int32";
}

/** A reduction by the options' axes: a number when everything is reduced, else an array. */
export function runReduction(
  reduction: Reduction,
  a: ArrayInput,
  options: (WholeOptions | ReduceOptions) & DTypeChoice,
  dtypeFor: (dtype: DType) => DType,
  known: readonly string[] = ["axis", "keepdims", "out"],
): NDArray | number {
  checkOptions(reduction.name, options, known);
  const x = asArray(a);
  const axes = checkAxes(reduction.name, options.axis, x.ndim);
  const dtype =
    options.dtype === undefined ? dtypeFor(x.dtype) : checkDType(reduction.name, options.dtype);
  const values = reduceAxes(x, axes, reduction);
  if (!asksForArray(options)) return roundTo(dtype, values[0]);
  const shape = reducedShape(x.shape, axes, options.keepdims === true);
  return finish(reduction.name, values, shape, dtype, options.out);
}

import { isFloat } from "../core/dtype.ts";
import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkAxes } from "../core/shape.ts";
import { add, subtract } from "../elementwise/arithmetic.ts";
import { isfinite } from "../elementwise/comparison.ts";
import { exp, log } from "../elementwise/exponential.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { where } from "../elementwise/where.ts";
import { reshape } from "../shape/reshape.ts";
import { max } from "./extremes.ts";
import type { ReduceOptions, WholeOptions } from "./options.ts";
import { asksForArray, reducedShape } from "./options.ts";
import { sum } from "./sum.ts";

/** `log(sum(exp(a)))` without overflow; -Infinity where all elements are. */
export function logsumexp(a: ArrayInput, options?: WholeOptions): number;
export function logsumexp(a: ArrayInput, options: ReduceOptions): NDArray;
export function logsumexp(
  a: ArrayInput,
  options: WholeOptions | ReduceOptions = {},
): NDArray | number {
  checkOptions("logsumexp", options, ["axis", "keepdims", "out"]);
  const given = asArray(a);
  const x = isFloat(given.dtype) ? given : given.astype("float64");
  const axis = checkAxes("logsumexp", options.axis, x.ndim);
  const top = max(x, { axis, keepdims: true });
  const shift = where(isfinite(top), top, 0);
  const scaled = subtract(x, shift);
  const total = sum(exp(scaled, { out: scaled }), { axis, keepdims: true });
  const result = add(log(total), shift);
  if (!asksForArray(options)) return result.item();
  const shape = reducedShape(x.shape, axis, options.keepdims === true);
  return add(reshape(result, shape), 0, options.out === undefined ? {} : { out: options.out });
}

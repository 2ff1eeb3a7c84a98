import type { NDArray } from "../core/ndarray.ts";
import { ShapeError } from "../core/errors.ts";
import { checkOptions } from "../core/options.ts";
import { checkAxis } from "../core/shape.ts";
import { subtract } from "../elementwise/arithmetic.ts";
import { notEqual } from "../elementwise/comparison.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import type { OutOption } from "../elementwise/unary.ts";

/** Differences of neighbours along an axis (the last by default), which becomes one shorter; of bools, where they change. */
export function diff(a: ArrayInput, options: OutOption & { readonly axis?: number } = {}): NDArray {
  checkOptions("diff", options, ["axis", "out"]);
  const { axis: along = -1, ...rest } = options;
  const x = asArray(a);
  if (x.ndim === 0) throw new ShapeError("diff: a 0-d array has no neighbours");
  const axis = checkAxis("diff", along, x.ndim);
  const before = Array.from({ length: axis }, () => ":");
  const later = x.at(...before, "1:");
  const earlier = x.at(...before, ":-1");
  return x.dtype === "bool" ? notEqual(later, earlier, rest) : subtract(later, earlier, rest);
}

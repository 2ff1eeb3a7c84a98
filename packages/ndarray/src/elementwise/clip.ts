import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkOut } from "../core/overlap.ts";
import { checkCast } from "../core/promote.ts";
import { maximum, minimum } from "./arithmetic.ts";
import type { ArrayInput } from "./operand.ts";
import { asArray } from "./operand.ts";
import { outOnly } from "./unary.ts";
import type { OutOption } from "./unary.ts";
import { copy, copyInto } from "./copy.ts";

/**
 * Elements limited to `[low, high]`, which broadcast; null means no limit on that side. Where
 * low > high the result is high, and NaN stays.
 */
export function clip(
  a: ArrayInput,
  low: ArrayInput | null,
  high: ArrayInput | null,
  options: OutOption = {},
): NDArray {
  checkOptions("clip", options, outOnly);
  if (low === null && high === null) {
    const x = asArray(a);
    if (options.out === undefined) return copy(x);
    checkOut("clip", options.out, x.shape);
    checkCast("clip", x.dtype, options.out.dtype);
    copyInto(options.out, x);
    return options.out;
  }
  if (low === null) return minimum(a, high!, options);
  if (high === null) return maximum(a, low, options);
  return minimum(maximum(a, low), high, options);
}

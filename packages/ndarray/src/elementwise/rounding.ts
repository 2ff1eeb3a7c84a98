import { isFloat } from "../core/dtype.ts";
import { DTypeError } from "../core/errors.ts";
import type { NDArray } from "../core/ndarray.ts";
import { divide, multiply } from "./arithmetic.ts";
import type { ArrayInput } from "./operand.ts";
import { asArray } from "./operand.ts";
import type { OutOption } from "./unary.ts";
import { unary } from "./unary.ts";

/** Integers and bools are whole already, and stay as they are. */
const whole = { int32: "x", uint8: "x", bool: "x" };

/** The largest whole number that is not larger. */
export const floor = unary("floor", { float: "Math.floor(x)", ...whole });

/** The smallest whole number that is not smaller. */
export const ceil = unary("ceil", { float: "Math.ceil(x)", ...whole });

/** The whole part: rounding towards 0. */
export const trunc = unary("trunc", { float: "Math.trunc(x)", ...whole });

/** The nearest whole number, halves to the even one. */
export const rint = unary("rint", { float: "roundHalfEven(x)", ...whole });

/**
 * Rounds to `decimals` places, halves to even: as NumPy, by scaling with a power of 10, so
 * `round(0.285, { decimals: 2 })` may see 28.499999999999996.
 */
export function round(
  a: ArrayInput,
  options: OutOption & { readonly decimals?: number } = {},
): NDArray {
  const { decimals = 0, ...rest } = options;
  if (!Number.isInteger(decimals)) {
    throw new DTypeError(`round: expected a whole number of decimals, got ${decimals}`);
  }
  const x = asArray(a);
  if (decimals === 0 || (decimals > 0 && !isFloat(x.dtype))) return rint(x, rest);
  const scale = 10 ** Math.abs(decimals);
  if (decimals > 0) {
    const scaled = multiply(x, scale, rest);
    return divide(rint(scaled, { out: scaled }), scale, { out: scaled });
  }
  const scaled = rint(divide(x, scale));
  const rounded = multiply(scaled, scale, { out: scaled });
  return isFloat(x.dtype) ? rint(rounded, rest) : rint(rounded.astype(x.dtype), rest);
}

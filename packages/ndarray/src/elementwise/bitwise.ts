import { binary } from "./binary.ts";
import { unary } from "./unary.ts";

const integers = (expression: string) => ({
  int32: expression,
  uint8: expression,
  bool: expression,
  instead: "an integer dtype",
});

/** Bitwise "and" of integers, logical "and" of bools. Throws DTypeError for floats, as all here. */
export const bitwiseAnd = binary("bitwiseAnd", integers("x & y"));

/** Bitwise "or". */
export const bitwiseOr = binary("bitwiseOr", integers("x | y"));

/** Bitwise "exclusive or". */
export const bitwiseXor = binary("bitwiseXor", integers("x ^ y"));

/** All bits flipped; "not" of bools. */
export const invert = unary("invert", { ...integers("~x"), uint8: "~x & 255", bool: "x ^ 1" });

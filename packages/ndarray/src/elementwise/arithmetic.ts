import { DTypeError } from "../core/errors.ts";
import { isFloat } from "../core/dtype.ts";
import { binary } from "./binary.ts";
import { unary } from "./unary.ts";

/** `a + b`; two bools give their "or". */
export const add = binary("add", {
  float: "x + y",
  int32: "(x + y) | 0",
  uint8: "(x + y) & 255",
  bool: "x | y",
});

/** `a - b`. Throws DTypeError for two bools. */
export const subtract = binary("subtract", {
  float: "x - y",
  int32: "(x - y) | 0",
  uint8: "(x - y) & 255",
  instead: "logicalXor",
});

/** `a * b`; two bools give their "and". */
export const multiply = binary("multiply", {
  float: "x * y",
  int32: "Math.imul(x, y)",
  uint8: "(x * y) & 255",
  bool: "x & y",
});

/** `a / b`; integers give float64, and division by 0 gives infinities or NaN. */
export const divide = binary("divide", { float: "x / y", result: "float" });

/** `floor(a / b)`, of the operands' dtype; integers divided by 0 give 0. */
export const floorDivide = binary("floorDivide", {
  float: "floorDivide(x, y)",
  int32: "floorDivideInt(x, y)",
  uint8: "floorDivideInt(x, y)",
  widenBool: true,
});

/** The remainder with the sign of `b`, as Python's `%`; integers modulo 0 give 0. */
export const mod = binary("mod", {
  float: "mod(x, y)",
  int32: "modInt(x, y)",
  uint8: "modInt(x, y)",
  widenBool: true,
});

/** `a` to the power `b`. Throws DTypeError for integers with a negative exponent. */
export const power = binary("power", {
  float: "pow(x, y)",
  int32: "powInt32(x, y)",
  uint8: "powInt32(x, y) & 255",
  widenBool: true,
  check(_x, y, compute) {
    if (isFloat(compute)) return;
    if (y.toTyped().some((exponent) => exponent < 0)) {
      throw new DTypeError(
        `power: ${compute} to a negative power is not a whole number; use astype("float64") first`,
      );
    }
  },
});

/** The larger of each pair; NaN when either is. */
export const maximum = binary("maximum", {
  float: "x > y || x !== x ? x : y",
  int32: "x > y ? x : y",
  uint8: "x > y ? x : y",
  bool: "x | y",
});

/** The smaller of each pair; NaN when either is. */
export const minimum = binary("minimum", {
  float: "x < y || x !== x ? x : y",
  int32: "x < y ? x : y",
  uint8: "x < y ? x : y",
  bool: "x & y",
});

/** `-a`. Throws DTypeError for bool. */
export const negative = unary("negative", {
  float: "-x",
  int32: "-x | 0",
  uint8: "-x & 255",
  instead: "logicalNot",
});

/** `|a|`. */
export const abs = unary("abs", {
  float: "Math.abs(x)",
  int32: "Math.abs(x) | 0",
  uint8: "x",
  bool: "x",
});

/** `a * a`. */
export const square = unary("square", {
  float: "x * x",
  int32: "Math.imul(x, x)",
  uint8: "(x * x) & 255",
  widenBool: true,
});

/** `1 / a`; integers give float64 (NumPy truncates them). */
export const reciprocal = unary("reciprocal", { float: "1 / x", result: "float" });

/** -1, 0 or 1; NaN stays. */
export const sign = unary("sign", {
  float: "sign(x)",
  int32: "(x > 0) - (x < 0)",
  uint8: "x > 0 ? 1 : 0",
});

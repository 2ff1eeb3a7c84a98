import { binary } from "./binary.ts";
import { unary } from "./unary.ts";

/** `e ** a`; integers give float64 here and below. */
export const exp = unary("exp", { float: "Math.exp(x)", result: "float" });

/** `2 ** a`. */
export const exp2 = unary("exp2", { float: "2 ** x", result: "float" });

/** `exp(a) - 1`, accurate for small a. */
export const expm1 = unary("expm1", { float: "Math.expm1(x)", result: "float" });

/** The natural logarithm: -Infinity at 0, NaN below. */
export const log = unary("log", { float: "Math.log(x)", result: "float" });

/** `log(1 + a)`, accurate for small a. */
export const log1p = unary("log1p", { float: "Math.log1p(x)", result: "float" });

/** The logarithm of base 2. */
export const log2 = unary("log2", { float: "Math.log2(x)", result: "float" });

/** The logarithm of base 10. */
export const log10 = unary("log10", { float: "Math.log10(x)", result: "float" });

/** The square root: NaN below 0. */
export const sqrt = unary("sqrt", { float: "Math.sqrt(x)", result: "float" });

/** The cube root. */
export const cbrt = unary("cbrt", { float: "Math.cbrt(x)", result: "float" });

/** `log(exp(a) + exp(b))` without overflow. */
export const logaddexp = binary("logaddexp", { float: "logaddexp(x, y)", result: "float" });

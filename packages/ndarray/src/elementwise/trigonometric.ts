import { binary } from "./binary.ts";
import { unary } from "./unary.ts";

/** The sine of an angle in radians; integers give float64 here and below. */
export const sin = unary("sin", { float: "Math.sin(x)", result: "float" });

/** The cosine of an angle in radians. */
export const cos = unary("cos", { float: "Math.cos(x)", result: "float" });

/** The tangent of an angle in radians. */
export const tan = unary("tan", { float: "Math.tan(x)", result: "float" });

/** The inverse sine in radians; NaN outside of [-1, 1]. */
export const arcsin = unary("arcsin", { float: "Math.asin(x)", result: "float" });

/** The inverse cosine in radians; NaN outside of [-1, 1]. */
export const arccos = unary("arccos", { float: "Math.acos(x)", result: "float" });

/** The inverse tangent in radians. */
export const arctan = unary("arctan", { float: "Math.atan(x)", result: "float" });

/** The angle of the point (b, a) in radians, from -pi to pi. */
export const arctan2 = binary("arctan2", { float: "Math.atan2(x, y)", result: "float" });

/** `sqrt(a * a + b * b)` without overflow. */
export const hypot = binary("hypot", { float: "Math.hypot(x, y)", result: "float" });

/** The hyperbolic sine. */
export const sinh = unary("sinh", { float: "Math.sinh(x)", result: "float" });

/** The hyperbolic cosine. */
export const cosh = unary("cosh", { float: "Math.cosh(x)", result: "float" });

/** The hyperbolic tangent. */
export const tanh = unary("tanh", { float: "Math.tanh(x)", result: "float" });

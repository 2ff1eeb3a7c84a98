import { unary } from "./unary.ts";

/** The logistic function `1 / (1 + exp(-a))`, without overflow for any a; integers give float64. */
export const sigmoid = unary("sigmoid", { float: "sigmoid(x)", result: "float" });

/** The error function `2 / sqrt(pi)` times the integral of `exp(-t^2)` from 0 to a. */
export const erf = unary("erf", { float: "erf(x)", result: "float" });

import type { Definitions } from "../graph/definition.ts";
import { cos, divide, exp, multiply, negative, sign, sin, square } from "../ops/elementwise.ts";
import { float, like } from "./infer.ts";

type Unary =
  "Neg" | "Abs" | "Sign" | "Floor" | "Exp" | "Log" | "Sqrt" | "Reciprocal" | "Sin" | "Cos" | "Erf";

// d is the gradient of the result y.
export const unary: Pick<Definitions, Unary> = {
  Neg: {
    attributes: {},
    infer: ({ inputs: [x] }) => [like(x)],
    vjp: ({ gradient: d }) => [() => negative(d)],
  },
  Abs: {
    attributes: {},
    infer: ({ inputs: [x] }) => [like(x)],
    vjp: ({ inputs: [x], gradient: d }) => [() => multiply(d, sign(x))],
  },
  Sign: { attributes: {}, infer: ({ inputs: [x] }) => [like(x)], vjp: "zero" },
  Floor: { attributes: {}, infer: ({ inputs: [x] }) => [float("floor", x)], vjp: "zero" },
  Exp: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("exp", x)],
    vjp: ({ outputs: [y], gradient: d }) => [() => multiply(d, y)],
  },
  Log: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("log", x)],
    vjp: ({ inputs: [x], gradient: d }) => [() => divide(d, x)],
  },
  Sqrt: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("sqrt", x)],
    // 1 / (2 sqrt(x))
    vjp: ({ outputs: [y], gradient: d }) => [() => divide(multiply(d, 0.5), y)],
  },
  Reciprocal: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("reciprocal", x)],
    // -1 / x^2
    vjp: ({ outputs: [y], gradient: d }) => [() => negative(multiply(d, square(y)))],
  },
  Sin: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("sin", x)],
    vjp: ({ inputs: [x], gradient: d }) => [() => multiply(d, cos(x))],
  },
  Cos: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("cos", x)],
    vjp: ({ inputs: [x], gradient: d }) => [() => negative(multiply(d, sin(x)))],
  },
  Erf: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("erf", x)],
    // 2 / sqrt(pi) exp(-x^2)
    vjp: ({ inputs: [x], gradient: d }) => [
      () => multiply(d, multiply(exp(negative(square(x))), 2 / Math.sqrt(Math.PI))),
    ],
  },
};

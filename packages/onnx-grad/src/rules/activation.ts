import type { Definitions } from "../graph/definition.ts";
import type { Value } from "../graph/value.ts";
import { hardSigmoid, sigmoid, tanh } from "../ops/activation.ts";
import {
  add,
  cast,
  erf,
  exp,
  greater,
  less,
  logicalAnd,
  multiply,
  square,
  subtract,
  where,
} from "../ops/elementwise.ts";
import { float } from "./infer.ts";

type Activation = "Tanh" | "Sigmoid" | "Softplus" | "Relu" | "LeakyRelu" | "HardSigmoid" | "Gelu";

// d is the gradient of the result y.
export const activation: Pick<Definitions, Activation> = {
  Tanh: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("tanh", x)],
    vjp: ({ outputs: [y], gradient: d }) => [() => multiply(d, subtract(1, square(y)))],
  },
  Sigmoid: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("sigmoid", x)],
    vjp: ({ outputs: [y], gradient: d }) => [() => multiply(d, multiply(y, subtract(1, y)))],
  },
  Softplus: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("softplus", x)],
    vjp: ({ inputs: [x], gradient: d }) => [() => multiply(d, sigmoid(x))],
  },
  Relu: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("relu", x)],
    vjp: ({ outputs: [y], gradient: d }) => [() => where(greater(y, 0), d, 0)],
  },
  LeakyRelu: {
    attributes: { alpha: "float" },
    infer: ({ inputs: [x] }) => [float("leakyRelu", x)],
    vjp: ({ inputs: [x], attributes: { alpha }, gradient: d }) => [
      () => where(greater(x, 0), d, multiply(d, alpha)),
    ],
  },
  HardSigmoid: {
    attributes: { alpha: "float", beta: "float" },
    infer: ({ inputs: [x] }) => [float("hardSigmoid", x)],
    vjp: ({ outputs: [y], attributes: { alpha }, gradient: d }) => [
      () => {
        const isSloped = logicalAnd(greater(y, 0), less(y, 1));
        return multiply(d, multiply(cast(isSloped, "float32"), alpha));
      },
    ],
  },
  Gelu: {
    attributes: { approximate: "string" },
    infer: ({ inputs: [x] }) => [float("gelu", x)],
    vjp: ({ inputs: [x], attributes: { approximate }, gradient: d }) => [
      () => multiply(d, approximate === "tanh" ? geluTanhSlope(x) : geluSlope(x)),
    ],
  },
};

/**
 * The derivative of exact GELU, `P(X <= x) + x p(x)` for a standard normal X: with u = x / sqrt(2),
 * `(1 + erf(u)) / 2 + u exp(-u^2) / sqrt(pi)`. HardSigmoid is used for its `x / 2 + 1 / 2` in one pass.
 */
function geluSlope(x: Value): Value {
  const u = multiply(x, Math.SQRT1_2);
  const cumulative = hardSigmoid(erf(u), 0.5, 0.5);
  const density = exp(multiply(multiply(x, -0.5), x));
  return add(cumulative, multiply(multiply(u, density), 1 / Math.sqrt(Math.PI)));
}

/** With t = tanh(c (x + a x^3)): `(1 + t) / 2 + x / 2 (1 - t^2) c (1 + 3 a x^2)`. */
function geluTanhSlope(x: Value): Value {
  const [c, a] = [Math.sqrt(2 / Math.PI), 0.044715];
  const squared = square(x);
  const t = tanh(multiply(multiply(x, c), add(1, multiply(squared, a))));
  const inner = multiply(add(1, multiply(squared, 3 * a)), 0.5 * c);
  return add(multiply(add(t, 1), 0.5), multiply(multiply(x, inner), subtract(1, square(t))));
}

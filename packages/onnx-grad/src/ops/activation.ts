import type { Value } from "../graph/value.ts";
import { multiply } from "./elementwise.ts";

export function tanh(x: Value): Value {
  return x.graph.apply("Tanh", [x], {})[0];
}

/** `1 / (1 + exp(-x))` */
export function sigmoid(x: Value): Value {
  return x.graph.apply("Sigmoid", [x], {})[0];
}

/** `log(1 + exp(x))` */
export function softplus(x: Value): Value {
  return x.graph.apply("Softplus", [x], {})[0];
}

/** `max(x, 0)` */
export function relu(x: Value): Value {
  return x.graph.apply("Relu", [x], {})[0];
}

/** `x` where positive, else `slope * x`. */
export function leakyRelu(x: Value, slope = 0.01): Value {
  return x.graph.apply("LeakyRelu", [x], { alpha: slope })[0];
}

/** `x * P(X <= x)` for a standard normal X, exactly. */
export function gelu(x: Value): Value {
  return x.graph.apply("Gelu", [x], { approximate: "none" })[0];
}

/** The approximation `0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))`, which GPT-2 and T5 v1.1 use. */
export function geluTanh(x: Value): Value {
  return x.graph.apply("Gelu", [x], { approximate: "tanh" })[0];
}

/** `x * sigmoid(x)`, also called swish. */
export function silu(x: Value): Value {
  return multiply(x, sigmoid(x));
}

/** `alpha * x + beta`, limited to 0 to 1. */
export function hardSigmoid(x: Value, alpha = 1 / 6, beta = 0.5): Value {
  return x.graph.apply("HardSigmoid", [x], { alpha, beta })[0];
}

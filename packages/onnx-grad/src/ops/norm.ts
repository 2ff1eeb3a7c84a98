import type { Value } from "../graph/value.ts";
import { add, divide, multiply, sqrt } from "./elementwise.ts";
import { mean } from "./reduce.ts";

/**
 * `(x - mean) / sqrt(variance + epsilon) * scale + bias` over the last axis: x `(..., H)`, scale and bias `(H)`.
 * Source: https://arxiv.org/abs/1607.06450
 */
export function layerNorm(x: Value, scale: Value, bias: Value | undefined, epsilon: number): Value {
  return x.graph.apply("LayerNormalization", [x, scale, bias], { axis: -1, epsilon })[0];
}

/**
 * `x / sqrt(mean(x^2) + epsilon) * scale` over the last axis, as in T5 and Llama: x `(..., H)`, scale `(H)`.
 * Source: https://arxiv.org/abs/1910.07467
 */
export function rmsNorm(x: Value, scale: Value, epsilon: number): Value {
  if (x.graph.contrib) {
    return x.graph.apply("SimplifiedLayerNormalization", [x, scale], { axis: -1, epsilon })[0];
  }
  const meanSquare = mean(multiply(x, x), { axis: -1, keepDims: true });
  return multiply(divide(x, sqrt(add(meanSquare, epsilon))), scale);
}

import type { TargetScale } from "../data/target-scale.ts";

/**
 * Weights whose logits are divided by `temperature`: the classifier's are divided by it. A model that is
 * calibrated like this gives calibrated probabilities wherever it runs; the most probable class stays the same.
 */
export function scaleHead(
  weights: Readonly<Record<string, Float32Array>>,
  temperature: number,
): Record<string, Float32Array> {
  const scaled = (name: string): [string, Float32Array] => [
    name,
    weights[name].map((x) => x / temperature),
  ];
  return {
    ...weights,
    ...Object.fromEntries(["classifier.weight", "classifier.bias"].map(scaled)),
  };
}

/** Weights that give numbers in their own unit, of a model that has learnt `(number - mean) / deviation`. */
export function headInUnits(
  weights: Readonly<Record<string, Float32Array>>,
  { mean, deviation }: TargetScale,
): Record<string, Float32Array> {
  return {
    ...weights,
    "classifier.weight": weights["classifier.weight"].map((x) => x * deviation),
    "classifier.bias": weights["classifier.bias"].map((x) => x * deviation + mean),
  };
}

// D inputs, H outputs.

/**
 * The first dense layer with the input's scaling in its weights: `x W' + b'` of raw pixels equals
 * `((x / 255 - mean) / deviation) W + b`.
 *
 * @param weight (D, H)
 * @param bias (H)
 */
export function foldScaling(
  weight: Float32Array,
  bias: Float32Array,
  { mean, deviation }: { mean: number; deviation: number },
): { weight: Float32Array; bias: Float32Array } {
  const H = bias.length;
  const shifted = Float64Array.from(bias);
  for (let i = 0; i < weight.length; i++) shifted[i % H] -= (weight[i] * mean) / deviation;
  const scale = 1 / (255 * deviation);
  return { weight: weight.map((value) => value * scale), bias: Float32Array.from(shifted) };
}

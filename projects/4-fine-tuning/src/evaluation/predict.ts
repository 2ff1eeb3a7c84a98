/** A model as those see it who only ask: probabilities (N, K) of the labels for each text. */
export type Predict = (
  texts: readonly string[],
) => Promise<{ readonly probabilities: Float32Array }>;

/** The position of the largest number in each row of `values` (N, K); the first where several are largest. */
export function argmaxRows(values: Float32Array | Float64Array, columns: number): Int32Array {
  const best = new Int32Array(values.length / columns);
  for (let i = 0; i < best.length; i++) {
    for (let k = 1; k < columns; k++) {
      if (values[i * columns + k] > values[i * columns + best[i]]) best[i] = k;
    }
  }
  return best;
}

// N texts, K classes, T temperature.

/** A temperature lies between these: beyond, it says that the validation texts cannot tell. */
export const temperatureRange = { low: 0.05, high: 20 } as const;

/**
 * The temperature T with the least mean log loss of `softmax(z / T)`: `-1/N sum_i ln softmax(z_i / T)[y_i]`.
 *
 * Above 1 the model was too sure of itself, below 1 not sure enough. No prediction changes, since all logits of a
 * row are divided alike. With b = 1/T the loss is convex and its slope is
 * `1/N sum_i (sum_k p_ik z_ik - z_i[y_i])`, `p_i = softmax(b z_i)`: it rises with b, and is 0 at the best.
 * Source: Guo, Pleiss, Sun, Weinberger (2017), On Calibration of Modern Neural Networks.
 *
 * `logits` (N, K) are of validation texts, `targets` (N) their classes. T is exact to 6 digits and within
 * `temperatureRange`: its nearer end where the best lies outside. Throws RangeError for no texts, another
 * number of targets, and logits that are not finite.
 */
export function fitTemperature(
  logits: ArrayLike<number>,
  targets: ArrayLike<number>,
  classes: number,
): number {
  if (targets.length === 0 || logits.length !== targets.length * classes) {
    throw new RangeError(
      `fitTemperature: expected ${classes} logits for each of at least one target, found ${logits.length} for ${targets.length}`,
    );
  }
  const wrong = Array.from(logits).findIndex((logit) => !Number.isFinite(logit));
  if (wrong >= 0) {
    throw new RangeError(
      `fitTemperature: logits must be finite, found ${logits[wrong]} at ${wrong}`,
    );
  }
  //#region solution 4.14 one temperature by least log loss
  const slope = (b: number) => {
    let total = 0;
    for (let i = 0; i < targets.length; i++) {
      const row = Array.from({ length: classes }, (_, k) => logits[i * classes + k]);
      const most = Math.max(...row);
      let [sum, weighted] = [0, 0];
      for (const z of row) {
        const e = Math.exp(b * (z - most));
        sum += e;
        weighted += e * z;
      }
      total += weighted / sum - row[targets[i]];
    }
    return total;
  };
  let [low, high] = [1 / temperatureRange.high, 1 / temperatureRange.low];
  if (slope(low) >= 0) return temperatureRange.high;
  if (slope(high) <= 0) return temperatureRange.low;
  while (high / low > 1 + 1e-8) {
    const middle = Math.sqrt(low * high);
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return 1 / Math.sqrt(low * high);
  //#endregion
}

/**
 * Softmax of each row of K numbers, `exp(z - max z) / Σ exp(z - max z)`, which cannot overflow.
 *
 * @param z (N, K) row by row
 */
export function softmaxRows(z: Float32Array, K: number): Float32Array {
  const p = new Float32Array(z.length);
  for (let at = 0; at < z.length; at += K) {
    let [max, sum] = [-Infinity, 0];
    for (let k = at; k < at + K; k++) max = Math.max(max, z[k]);
    for (let k = at; k < at + K; k++) sum += p[k] = Math.exp(z[k] - max);
    for (let k = at; k < at + K; k++) p[k] /= sum;
  }
  return p;
}

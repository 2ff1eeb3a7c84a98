/** Writes the softmax of `logits` (K) into the first K of `into`. Throws when a logit is not finite. */
export function softmaxRow(logits: Float32Array, into: Float32Array): void {
  let max = -Infinity;
  for (const logit of logits) {
    if (!Number.isFinite(logit)) throw new Error(`the model gave ${logit} as a logit`);
    if (logit > max) max = logit;
  }
  let sum = 0;
  for (const [k, logit] of logits.entries()) {
    const e = Math.exp(logit - max);
    into[k] = e;
    sum += e;
  }
  for (let k = 0; k < logits.length; k++) into[k] /= sum;
}

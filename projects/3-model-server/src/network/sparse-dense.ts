// N rows, D inputs, H outputs.

/**
 * The dense layer `Y = X W + b`, made for inputs with many zeros, as images of digits and what comes out
 * of a ReLU are: only rows of W whose input is not zero are read, four at a time.
 *
 * @param x (N, D)
 * @param weight (D, H)
 * @param bias (H)
 * @returns (N, H)
 */
export function sparseDense(x: Float32Array, weight: Float32Array, bias: Float32Array) {
  const H = bias.length;
  const D = weight.length / H;
  const N = x.length / D;
  const y = new Float32Array(N * H);
  const used = new Int32Array(D + 3);
  for (let n = 0; n < N; n++) {
    const row = n * D;
    let count = 0;
    for (let d = 0; d < D; d++) if (x[row + d] !== 0) used[count++] = d;
    const out = y.subarray(n * H, (n + 1) * H);
    out.set(bias);
    let k = 0;
    for (; k + 4 <= count; k += 4) {
      const [a, b, c, d] = [used[k], used[k + 1], used[k + 2], used[k + 3]];
      const [xa, xb, xc, xd] = [x[row + a], x[row + b], x[row + c], x[row + d]];
      const [wa, wb, wc, wd] = [a * H, b * H, c * H, d * H];
      for (let h = 0; h < H; h++) {
        out[h] +=
          xa * weight[wa + h] + xb * weight[wb + h] + xc * weight[wc + h] + xd * weight[wd + h];
      }
    }
    for (; k < count; k++) {
      const [value, w] = [x[row + used[k]], used[k] * H];
      for (let h = 0; h < H; h++) out[h] += value * weight[w + h];
    }
  }
  return y;
}

/**
 * The value at fraction `q` of an ascending sample, between neighbours by line, with NumPy's rounding
 * (`np.quantile`, method "linear"): bin edges must fall on samples exactly where NumPy's do.
 */
export function sortedQuantile(sorted: Float64Array, q: number): number {
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  const t = at - low;
  const [a, b] = [sorted[low], sorted[high]];
  return t >= 0.5 ? b - (b - a) * (1 - t) : a + (b - a) * t;
}

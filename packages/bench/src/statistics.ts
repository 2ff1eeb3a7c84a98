/** The value at fraction `q` of the sorted sample, between neighbours by line; NaN for none. */
export function quantile(sample: readonly number[], q: number): number {
  if (sample.length === 0) return NaN;
  const sorted = sample.toSorted((a, b) => a - b);
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

export function median(sample: readonly number[]): number {
  return quantile(sample, 0.5);
}

export function geometricMean(sample: readonly number[]): number {
  return Math.exp(sample.reduce((sum, value) => sum + Math.log(value), 0) / sample.length);
}

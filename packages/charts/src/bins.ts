export interface Bin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** Counts values in `count` bins of one width over [low, high]; the last bin holds its upper end too, values outside are left out. */
export function bins(
  values: ArrayLike<number>,
  count: number,
  [low, high]: readonly [number, number],
): Bin[] {
  const counts = new Array<number>(count).fill(0);
  const width = (high - low) / count;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? NaN;
    if (!(value >= low && value <= high)) continue;
    const index = Math.min(Math.floor((value - low) / width), count - 1);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((n, i) => ({ low: low + i * width, high: low + (i + 1) * width, count: n }));
}

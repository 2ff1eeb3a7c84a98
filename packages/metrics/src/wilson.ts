import { normalQuantile } from "./normal.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval for a probability of which `successes` of `n` trials are known (Wilson 1927). Unlike
 * `p +- z sqrt(p(1-p)/n)` it stays inside [0, 1] and is honest for small n and extreme p.
 *
 * Throws `RangeError` unless `0 <= successes <= n`, `n > 0` and `0 < level < 1`.
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): Interval {
  if (!(n > 0 && successes >= 0 && successes <= n && Number.isFinite(n))) {
    throw new RangeError(
      `wilsonInterval: expected 0 <= successes <= n and n > 0, found ${successes} of ${n}`,
    );
  }
  checkLevel("wilsonInterval", level);
  const z = normalQuantile((1 + level) / 2);
  const p = successes / n;
  const center = p + (z * z) / (2 * n);
  const margin = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // Exact at the ends, where rounding would leave a trace.
  const low = successes === 0 ? 0 : (center - margin) / scale;
  const high = successes === n ? 1 : (center + margin) / scale;
  return { low, high };
}

/** Throws unless a confidence level lies between 0 and 1. */
export function checkLevel(metric: string, level: number) {
  if (level > 0 && level < 1) return;
  throw new RangeError(`${metric}: level must lie between 0 and 1, found ${level}; 95% is 0.95`);
}

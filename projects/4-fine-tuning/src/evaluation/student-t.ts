import type { Interval } from "@ml-roadmap/metrics";

/**
 * Mean of a few measurements, such as scores of several seeds, and its confidence interval by Student's
 * t: `mean +- t s / sqrt(n)` with n - 1 degrees of freedom. Throws RangeError for fewer than two.
 */
export function tInterval(
  values: readonly number[],
  level = 0.95,
): Interval & { readonly mean: number } {
  const n = values.length;
  if (n < 2) throw new RangeError(`tInterval: two values or more are needed, found ${n}`);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const margin = tQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n);
  return { mean, low: mean - margin, high: mean + margin };
}

/** The t with `P(T <= t) = p` for Student's t with `df` degrees of freedom; p from 0.5 up to, not at, 1. */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0.5 && p < 1 && df >= 1)) {
    throw new RangeError(`tQuantile: expected 0.5 <= p < 1 and df >= 1, found ${p} and ${df}`);
  }
  let [low, high] = [0, 1];
  while (upperTail(high, df) > 1 - p) high *= 2;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (upperTail(middle, df) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** `P(T > t)` for t >= 0: `I_x(df/2, 1/2) / 2` with `x = df / (df + t^2)`, by Simpson's rule. */
function upperTail(t: number, df: number): number {
  // With t = sqrt(df) tan(a) the density is proportional to cos(a)^(df - 1): smooth on a bounded range.
  const power = (a: number) => Math.cos(a) ** (df - 1);
  return (
    integral(power, Math.atan(t / Math.sqrt(df)), Math.PI / 2) /
    (2 * integral(power, 0, Math.PI / 2))
  );
}

function integral(f: (x: number) => number, from: number, to: number): number {
  const steps = 400;
  const h = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let i = 1; i < steps; i++) sum += f(from + i * h) * (i % 2 === 1 ? 4 : 2);
  return (sum * h) / 3;
}

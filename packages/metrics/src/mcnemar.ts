import { checkSameLength, readLabels } from "./input.ts";
import type { Vector } from "./input.ts";
import { erfc } from "./normal.ts";

export interface McNemarOptions {
  /** The exact binomial test or the chi-square one; default exact below 25 disagreements. */
  readonly exact?: boolean;
}

export interface McNemarResult {
  /** Samples that only A gets right. */
  readonly b: number;
  /** Samples that only B gets right. */
  readonly c: number;
  /** `min(b, c)` when exact, else chi-square with one degree of freedom. */
  readonly statistic: number;
  /** Two-sided: how probable so large a difference is if both are equally good. */
  readonly pValue: number;
  readonly exact: boolean;
}

/**
 * McNemar's test of whether two classifiers differ on the same samples.
 *
 * Exact: `2 P(X <= min(b, c))` for `X ~ Binomial(b + c, 1/2)`, at most 1. Chi-square with continuity
 * correction: `max(|b - c| - 1, 0)^2 / (b + c)` (Edwards 1948). Without any disagreement pValue is 1.
 * Throws `RangeError` on empty, unequal, non-integer or non-finite input.
 */
export function mcnemar(
  yTrue: Vector,
  predA: Vector,
  predB: Vector,
  options: McNemarOptions = {},
): McNemarResult {
  const truth = readLabels("mcnemar: yTrue", yTrue);
  const first = readLabels("mcnemar: predA", predA);
  const second = readLabels("mcnemar: predB", predB);
  checkSameLength("mcnemar", {
    yTrue: truth.length,
    predA: first.length,
    predB: second.length,
  });
  let [b, c] = [0, 0];
  for (let i = 0; i < truth.length; i++) {
    const [rightA, rightB] = [first[i] === truth[i], second[i] === truth[i]];
    if (rightA && !rightB) b++;
    if (rightB && !rightA) c++;
  }
  const n = b + c;
  const exact = options.exact ?? n < 25;
  if (exact) {
    const least = Math.min(b, c);
    return { b, c, statistic: least, pValue: Math.min(1, 2 * fairCoinCdf(least, n)), exact };
  }
  const statistic = n === 0 ? 0 : Math.max(Math.abs(b - c) - 1, 0) ** 2 / n;
  return { b, c, statistic, pValue: erfc(Math.sqrt(statistic / 2)), exact };
}

/** `P(X <= k)` for n tosses of a fair coin, k <= n/2. */
function fairCoinCdf(k: number, n: number): number {
  // P(X = k) = C(n, k) / 2^n; halving on the way keeps every intermediate within range.
  let term = 1;
  let halvings = n;
  for (let i = 1; i <= k; i++) {
    term *= (n - k + i) / i;
    while (term > 1 && halvings > 0) {
      term /= 2;
      halvings--;
    }
  }
  term *= 2 ** -halvings;
  let sum = 0;
  for (let i = k; i >= 0 && term > sum * 1e-17; i--) {
    sum += term;
    term *= i / (n - i + 1);
  }
  return sum;
}

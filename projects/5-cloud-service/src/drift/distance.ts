// How far what comes now is from what was seen in training.

/** A bin's share is taken as this much at least, so that an empty bin gives a large number and not infinity. */
export const LEAST_SHARE = 1e-4;

/**
 * Population stability index of two histograms over the same bins: `sum (q - p) ln(q / p)` of the shares
 * `p` of what is expected and `q` of what is found; shares below `LEAST_SHARE` count as that much. It is 0
 * for equal shares; by custom a shift from 0.1 is worth a look and one above 0.25 is large.
 *
 * Source: Siddiqi 2006, Credit Risk Scorecards.
 *
 * @param expected counts (K) of the reference, such as the training data
 * @param found counts (K) of what comes now
 * @throws RangeError when the numbers of bins differ or a histogram is empty
 */
export function psi(expected: readonly number[], found: readonly number[]): number {
  if (expected.length !== found.length) {
    throw new RangeError(`psi: ${expected.length} bins expected, found ${found.length}`);
  }
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const [n, m] = [total(expected), total(found)];
  if (n === 0 || m === 0) throw new RangeError("psi: a histogram counts nothing");
  //#region solution 5.5 how far two histograms are apart
  return expected.reduce((sum, count, k) => {
    const p = Math.max(count / n, LEAST_SHARE);
    const q = Math.max(found[k] / m, LEAST_SHARE);
    return sum + (q - p) * Math.log(q / p);
  }, 0);
  //#endregion
}

/**
 * Two-sample Kolmogorov-Smirnov statistic: the largest distance between the two empirical distribution
 * functions, `D = max |F(x) - G(x)|`, where `F(x)` is the share of values that are at most `x`. Equal values,
 * of which counts of tokens have many, are stepped over together.
 *
 * @param a values (N) in any order; they stay as they are
 * @param b values (M)
 * @returns from 0 (equal) to 1 (apart)
 * @throws RangeError when a sample is empty
 */
export function ks(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) throw new RangeError("ks: a sample is empty");
  //#region solution 5.5 the largest distance of two distribution functions
  const [x, y] = [a.toSorted((p, q) => p - q), b.toSorted((p, q) => p - q)];
  let [i, j, largest] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const value = Math.min(x[i], y[j]);
    while (x[i] === value) i++;
    while (y[j] === value) j++;
    largest = Math.max(largest, Math.abs(i / x.length - j / y.length));
  }
  return largest;
  //#endregion
}

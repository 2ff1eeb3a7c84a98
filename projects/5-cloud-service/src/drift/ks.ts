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

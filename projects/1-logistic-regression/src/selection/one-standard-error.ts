/** One candidate of a regularisation path with its scores on the K validation folds. */
export interface Candidate {
  /** Inverse penalty strength: a smaller C is a simpler model. */
  readonly C: number;
  /** Log loss on each fold; lower is better. */
  readonly losses: readonly number[];
}

/**
 * Chooses the simplest model that is not worse than the best beyond chance: the smallest C whose mean
 * loss is at most `min + SE`, where min is the lowest mean loss and SE the standard error of that
 * best candidate's mean, `SE = s / sqrt(K)` with `s^2 = sum((loss - mean)^2) / (K - 1)`.
 *
 * Returns the index in `path`, whose order does not matter. Source: Hastie, Tibshirani and Friedman,
 * The Elements of Statistical Learning, section 7.10.
 */
export function oneStandardErrorRule(path: readonly Candidate[]): number {
  if (path.length === 0 || path.some(({ losses }) => losses.length < 2)) {
    throw new RangeError(
      "oneStandardErrorRule: needs candidates with the losses of 2 folds or more",
    );
  }
  //#region solution 1.13 one-standard-error rule
  const means = path.map(({ losses }) => mean(losses));
  const best = means.indexOf(Math.min(...means));
  const { losses } = path[best];
  const variance =
    losses.reduce((sum, loss) => sum + (loss - means[best]) ** 2, 0) / (losses.length - 1);
  const limit = means[best] + Math.sqrt(variance / losses.length);
  let chosen = best;
  for (let i = 0; i < path.length; i++) {
    if (means[i] <= limit && path[i].C < path[chosen].C) chosen = i;
  }
  return chosen;
  //#endregion
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

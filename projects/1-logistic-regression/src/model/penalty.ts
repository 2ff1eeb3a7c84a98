/** none, `|w|^2 / 2`, `|w|_1`, or `(1 - l1Ratio) |w|^2 / 2 + l1Ratio |w|_1`. */
export type Penalty = "none" | "l2" | "l1" | "elasticnet";

export const penalties: readonly Penalty[] = ["none", "l2", "l1", "elasticnet"];

/**
 * Strengths of the two parts of the penalty beside a *mean* loss.
 *
 * `C` multiplies the *sum* of the losses, `C sum_i s_i loss_i + penalty(w)`, as in scikit-learn.
 * Divided by `C sum_i s_i` that is `mean loss + l1 |w|_1 + l2 / 2 |w|^2` with
 * `l1 = l1Ratio / (C sum s)` and `l2 = (1 - l1Ratio) / (C sum s)`.
 */
export function penaltyStrengths(
  penalty: Penalty,
  C: number,
  l1Ratio: number,
  weightSum: number,
): { l1: number; l2: number } {
  const strength = 1 / (C * weightSum);
  switch (penalty) {
    case "none":
      return { l1: 0, l2: 0 };
    case "l2":
      return { l1: 0, l2: strength };
    case "l1":
      return { l1: strength, l2: 0 };
    case "elasticnet":
      return { l1: strength * l1Ratio, l2: strength * (1 - l1Ratio) };
  }
}

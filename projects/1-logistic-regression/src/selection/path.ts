import type { NDArray } from "@ml-roadmap/ndarray";
import type { FitOptions } from "../model/fit-options.ts";
import { fitLogisticRegression } from "../model/fit-logistic-regression.ts";
import type { FittedLogisticRegression } from "../model/fitted-logistic-regression.ts";

/** Inverse penalty strengths from 0.001 to 100, two a factor of ten. */
export const defaultCs: readonly number[] = Array.from({ length: 11 }, (_, i) =>
  Number((10 ** (-3 + i / 2)).toPrecision(3)),
);

/**
 * Fits one model for each C, from the strongest penalty (the smallest C) to the weakest; each fit
 * starts where the one before stopped, which is close. X (N, D), labels y (N); the result is in the
 * order of ascending C.
 */
export function regularisationPath(
  X: NDArray,
  y: ArrayLike<number>,
  Cs: readonly number[],
  options: Omit<FitOptions, "C" | "warmStart"> = {},
): FittedLogisticRegression[] {
  const path: FittedLogisticRegression[] = [];
  for (const C of Cs.toSorted((a, b) => a - b)) {
    const previous = path.at(-1);
    path.push(
      fitLogisticRegression(X, y, { ...options, C, ...(previous && { warmStart: previous }) }),
    );
  }
  return path;
}

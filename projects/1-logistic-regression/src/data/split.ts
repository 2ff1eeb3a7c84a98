import { randomGenerator } from "@ml-roadmap/ndarray";
import { rowsByClass } from "./rows-by-class.ts";

export interface SplitOptions {
  /** Share of the rows for validation, 0 to 1. */
  readonly validation: number;
  /** Share of the rows for the final test, 0 to 1. */
  readonly test: number;
  readonly seed: number;
}

/** Row numbers of the three parts; every row is in exactly one. */
export interface Split {
  readonly train: number[];
  readonly validation: number[];
  readonly test: number[];
}

/**
 * Deals the N rows at random into train, validation and test, so that each part has every class in
 * the proportion of the whole: of a class with n rows, `round(test n)` go to test,
 * `round(validation n)` to validation and the rest to train.
 *
 * `labels` (N) are the classes. The same seed gives the same split. Throws RangeError for shares
 * below 0 or that leave nothing to train on.
 */
export function stratifiedSplit(labels: ArrayLike<number>, options: SplitOptions): Split {
  const { validation, test, seed } = options;
  if (!(validation >= 0 && test >= 0 && validation + test < 1)) {
    throw new RangeError(
      `stratifiedSplit: validation and test must be >= 0 and together below 1, found ${validation} and ${test}`,
    );
  }
  //#region solution 1.1 stratified split
  const random = randomGenerator(seed);
  const split: Split = { train: [], validation: [], test: [] };
  for (const rows of rowsByClass(labels)) {
    random.shuffle(rows);
    const testEnd = Math.round(test * rows.length);
    const validationEnd = testEnd + Math.round(validation * rows.length);
    for (const row of rows.slice(0, testEnd)) split.test.push(row);
    for (const row of rows.slice(testEnd, validationEnd)) split.validation.push(row);
    for (const row of rows.slice(validationEnd)) split.train.push(row);
  }
  return split;
  //#endregion
}

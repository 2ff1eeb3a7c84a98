import { randomGenerator } from "@ml-roadmap/ndarray";
import { rowsByClass } from "../data/rows-by-class.ts";

/** Row numbers: fit on `train`, judge on `validation`. */
export interface Fold {
  readonly train: number[];
  readonly validation: number[];
}

/**
 * Divides the N rows at random into `folds` parts of the same class proportions; fold k validates on
 * part k and trains on all others, so every row is validated on exactly once.
 *
 * Part sizes differ by at most one, in all and within each class. `labels` (N) are the classes. Row
 * numbers ascend. The same seed gives the same folds. Throws RangeError for fewer than 2 folds or a
 * class with fewer rows than folds.
 */
export function stratifiedKFold(labels: ArrayLike<number>, folds: number, seed: number): Fold[] {
  const smallest = Math.min(...rowsByClass(labels).map((rows) => rows.length));
  if (!Number.isInteger(folds) || folds < 2 || folds > smallest) {
    throw new RangeError(
      `stratifiedKFold: folds must be a whole number from 2 to ${smallest} (the rows of the smallest class), found ${folds}`,
    );
  }
  //#region solution 1.12 stratified folds
  const random = randomGenerator(seed);
  const part = new Array<number>(labels.length);
  let next = 0;
  for (const rows of rowsByClass(labels)) {
    random.shuffle(rows);
    for (const row of rows) {
      part[row] = next % folds;
      next++;
    }
  }
  return Array.from({ length: folds }, (_, fold) => ({
    train: [...part.keys()].filter((row) => part[row] !== fold),
    validation: [...part.keys()].filter((row) => part[row] === fold),
  }));
  //#endregion
}

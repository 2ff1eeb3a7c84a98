/** A column with holes: a missing cell is null. */
export type Column<T> = readonly (T | null)[];

/** What a column's training part says about its holes. */
export interface Imputer<T> {
  /** The value that stands in for a missing one. */
  readonly fill: T;
  /** Whether the training part had holes: then a column that marks them is worth having. */
  readonly hasMissing: boolean;
}

/**
 * Learns how to fill a column of numbers: by the median of the cells that are there (of an even
 * count, the mean of the middle two). Throws when every cell is missing.
 */
export function fitNumberImputer(column: Column<number>): Imputer<number> {
  checkSomePresent("fitNumberImputer", column);
  //#region solution 1.2 median of the numbers that are there
  const sorted = column.filter((cell) => cell !== null).toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const isOdd = sorted.length % 2 === 1;
  const median = isOdd ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { fill: median, hasMissing: sorted.length < column.length };
  //#endregion
}

/**
 * Learns how to fill a column of texts: by the most frequent one; of equally frequent ones, the
 * first in alphabetical order. Throws when every cell is missing.
 */
export function fitTextImputer(column: Column<string>): Imputer<string> {
  checkSomePresent("fitTextImputer", column);
  //#region solution 1.2 most frequent of the texts that are there
  const sorted = column.filter((cell) => cell !== null).toSorted();
  const counts = new Map<string, number>();
  for (const text of sorted) counts.set(text, (counts.get(text) ?? 0) + 1);
  let fill = sorted[0];
  for (const [text, count] of counts) {
    if (count > counts.get(fill)!) fill = text;
  }
  return { fill, hasMissing: sorted.length < column.length };
  //#endregion
}

/**
 * Fills the holes of a column: `values[i]` is the cell or `imputer.fill`; `missing[i]` is 1 where a
 * hole was, else 0. Learns nothing from `column`.
 */
export function impute<T>(
  column: Column<T>,
  imputer: Imputer<T>,
): { values: T[]; missing: number[] } {
  return {
    values: column.map((cell) => cell ?? imputer.fill),
    missing: column.map((cell) => (cell === null ? 1 : 0)),
  };
}

function checkSomePresent(operation: string, column: Column<unknown>): void {
  if (column.every((cell) => cell === null)) {
    throw new Error(
      `${operation}: all ${column.length} cells of the column are missing; leave the column out`,
    );
  }
}

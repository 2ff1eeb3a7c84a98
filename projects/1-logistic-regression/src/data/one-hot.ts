import { type NDArray, zeros } from "@ml-roadmap/ndarray";

/** The categories of a column of texts: every one that occurs, once, in alphabetical order. */
export function fitOneHot(column: readonly string[]): string[] {
  //#region solution 1.3 the categories that occur
  return [...new Set(column)].toSorted();
  //#endregion
}

/**
 * Writes a column of N texts as N x (K - 1) zeros and ones: column j marks `categories[j + 1]`.
 * The first category is the reference: its rows are all zeros, and so are those of a text that is no
 * category (one that training never saw).
 *
 * `categories` (K) are `fitOneHot`'s of the training part.
 */
export function oneHot(column: readonly string[], categories: readonly string[]): NDArray {
  //#region solution 1.3 one column of zeros and ones a category
  const encoded = zeros([column.length, categories.length - 1]);
  for (const [row, text] of column.entries()) {
    const category = categories.indexOf(text);
    if (category > 0) encoded.set(1, row, category - 1);
  }
  return encoded;
  //#endregion
}

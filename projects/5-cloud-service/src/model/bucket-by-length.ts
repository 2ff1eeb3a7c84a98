/** Rows up to this width are padded to one another however short they are: another run would cost more. */
export const NARROW = 16;

/**
 * Cuts rows of different lengths into batches in which little is computed for padding. A batch is as wide as
 * its longest row. Rows go from longest to shortest, equal ones in the order they came; a row opens a new
 * batch when with it the batch would hold more than `maxTokens` (rows times width), or when it would be padded
 * to more than twice its length in a batch wider than `NARROW`.
 *
 * @param lengths tokens of each row (N); at least 1
 * @param maxTokens of a batch; a row longer than that goes alone
 * @returns places in `lengths`, each in exactly one batch
 */
export function bucketByLength(lengths: readonly number[], maxTokens: number): number[][] {
  //#region solution 5.3 batches of rows of about one length
  const order = lengths.map((_, i) => i).toSorted((a, b) => lengths[b] - lengths[a] || a - b);
  const batches: number[][] = [];
  for (const row of order) {
    const batch = batches.at(-1);
    const width = batch ? lengths[batch[0]] : 0;
    const fits = batch && (batch.length + 1) * width <= maxTokens;
    const alike = width <= NARROW || 2 * lengths[row] >= width;
    if (fits && alike) batch.push(row);
    else batches.push([row]);
  }
  return batches;
  //#endregion
}

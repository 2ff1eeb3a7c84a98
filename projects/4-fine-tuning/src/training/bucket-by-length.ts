/** How many batches' worth of texts are sorted together. */
const batchesInPool = 50;

/**
 * Cuts texts into batches of `size` such that those of a batch are about equally long: a batch is padded to its longest
 * text, and padding is computed for nothing. `order` is the texts' shuffled positions, `lengths` their numbers of tokens; pools
 * of the shuffled texts are sorted by length and cut. Every text is in exactly one batch; a pool's last batch may be smaller.
 */
export function bucketByLength(
  order: readonly number[],
  lengths: ArrayLike<number>,
  size: number,
): number[][] {
  const batches: number[][] = [];
  const pool = size * batchesInPool;
  //#region solution 4.8 sort each pool by length and cut it into batches
  for (let start = 0; start < order.length; start += pool) {
    const sorted = order.slice(start, start + pool).sort((a, b) => lengths[a] - lengths[b]);
    for (let from = 0; from < sorted.length; from += size) {
      batches.push(sorted.slice(from, from + size));
    }
  }
  //#endregion
  return batches;
}

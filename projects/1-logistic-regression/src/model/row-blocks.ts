/** Rows `from` to `to - 1`. */
export type RowRange = readonly [from: number, to: number];

/** A block this large stays in the processor's cache while it is worked on. */
const blockBytes = 1024 * 1024;

/** Consecutive ranges that cover N rows of D float64 numbers, each small enough for the cache. */
export function rowBlocks(rows: number, columns: number): RowRange[] {
  const height = Math.max(16, Math.floor(blockBytes / (8 * Math.max(1, columns))));
  const blocks: RowRange[] = [];
  for (let from = 0; from < rows; from += height) {
    blocks.push([from, Math.min(rows, from + height)]);
  }
  return blocks;
}

/** `count` rows in `pieces` equally long ranges, evenly spread over N rows. */
export function spreadRanges(rows: number, count: number, pieces: number): RowRange[] {
  const length = Math.floor(count / pieces);
  return Array.from({ length: pieces }, (_, i) => {
    const from = Math.floor((i * (rows - length)) / (pieces - 1));
    return [from, from + length];
  });
}

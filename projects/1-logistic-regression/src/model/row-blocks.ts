/** A block this large stays in the processor's cache between the two passes over it. */
const blockBytes = 256 * 1024;

/** Consecutive row ranges `[from, to)` that cover N rows of D float64 numbers, each small enough for the cache. */
export function rowBlocks(rows: number, columns: number): [from: number, to: number][] {
  const height = Math.max(16, Math.floor(blockBytes / (8 * Math.max(1, columns))));
  const blocks: [number, number][] = [];
  for (let from = 0; from < rows; from += height) {
    blocks.push([from, Math.min(rows, from + height)]);
  }
  return blocks;
}

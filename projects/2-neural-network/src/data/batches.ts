import type { Generator } from "@ml-roadmap/ndarray";

/**
 * One epoch's mini-batches: the numbers 0 to `count - 1` in a random order, cut into pieces of
 * `size`. Every sample comes exactly once; the last batch is smaller when `size` does not divide
 * `count`.
 *
 * @throws RangeError when `size` is no positive integer
 */
export function shuffledBatches(count: number, size: number, random: Generator): Int32Array[] {
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`shuffledBatches: size must be a positive integer, got ${size}`);
  }
  //#region solution 2.8 cut a shuffled epoch into batches
  const order = Int32Array.from(random.permutation(count).toTyped());
  const batches: Int32Array[] = [];
  for (let start = 0; start < count; start += size) {
    batches.push(order.subarray(start, start + size));
  }
  return batches;
  //#endregion
}

import { mergeOrder } from "./mergeSort.ts";
import { radixOrder } from "./radixSort.ts";

/** From here on the fixed cost of the radix sort's passes is worth it. */
const leastForRadix = 2500;

/** The positions that sort `keys`: equal keys keep their order, -0 equals 0, NaNs come last. */
export function sortedOrder(keys: Float64Array): Int32Array {
  return keys.length < leastForRadix ? mergeOrder(keys) : radixOrder(keys);
}

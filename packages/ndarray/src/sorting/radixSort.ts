const digitBits = 11;
const buckets = 1 << digitBits;
const mask = buckets - 1;

/** Where each digit stands: in the lower (0) or upper (1) half of the 64 bits, and its shift. */
const digits = [
  { half: 0, shift: 0 },
  { half: 0, shift: 11 },
  { half: 0, shift: 22 },
  { half: 1, shift: 0 },
  { half: 1, shift: 11 },
  { half: 1, shift: 22 },
] as const;

/**
 * The order that sorts `keys`, stable, NaNs last: radix sort of the numbers' bits, from the least
 * significant digit on. It compares nothing, so there is nothing for the processor to mispredict;
 * digits that all keys share cost no pass.
 */
export function radixOrder(keys: Float64Array): Int32Array {
  const n = keys.length;
  const halves = sortableBits(keys);
  let order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  let sorted = new Int32Array(n);
  for (const { half, shift } of digits) {
    const bits = halves[half];
    const starts = bucketStarts(bits, shift);
    if (starts === undefined) continue;
    for (let i = 0; i < n; i++) {
      const item = order[i];
      const digit = (bits[item] >>> shift) & mask;
      sorted[starts[digit]++] = item;
    }
    [order, sorted] = [sorted, order];
  }
  return order;
}

/**
 * Two words per key whose unsigned order is the order of the keys: positive numbers get the sign
 * bit set, negative ones all bits flipped. -0 becomes 0, and every NaN the largest word.
 */
function sortableBits(keys: Float64Array): readonly [Uint32Array, Uint32Array] {
  const n = keys.length;
  const words = new Uint32Array(keys.slice().buffer);
  const low = new Uint32Array(n);
  const high = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const key = keys[i];
    const upper = key === 0 ? 0 : words[2 * i + 1];
    const flip = upper >>> 31 === 0 ? 0 : 0xffffffff;
    low[i] = words[2 * i] ^ flip;
    high[i] = key === key ? upper ^ (flip | 0x80000000) : 0xffffffff;
  }
  return [low, high];
}

/** Where each bucket begins in the output; undefined when all keys fall into one. */
function bucketStarts(bits: Uint32Array, shift: number): Int32Array | undefined {
  const counts = new Int32Array(buckets);
  for (let i = 0; i < bits.length; i++) counts[(bits[i] >>> shift) & mask]++;
  if (counts[(bits[0] >>> shift) & mask] === bits.length) return undefined;
  let start = 0;
  for (let digit = 0; digit < buckets; digit++) {
    const count = counts[digit];
    counts[digit] = start;
    start += count;
  }
  return counts;
}

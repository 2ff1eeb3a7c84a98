import type { Pcg64 } from "./pcg64.ts";

const TWO_32 = 2 ** 32;

/**
 * A uniform integer in [0, range], by Lemire's multiplication: `random * (range + 1) >> bits`, drawn
 * again where the product's lower part shows a bias. Ranges below 2^32 take half a word.
 *
 * Source: Lemire, Fast Random Integer Generation in an Interval, 2019.
 */
export function bounded(bits: Pcg64, range: number): number {
  if (range === 0) return 0;
  if (range < TWO_32 - 1) return bounded32(bits, range);
  return range === TWO_32 - 1 ? bits.uint32() : bounded64(bits, range);
}

function bounded32(bits: Pcg64, range: number): number {
  const count = range + 1;
  let word = bits.uint32();
  let low = Math.imul(word, count) >>> 0;
  if (low < count) {
    const threshold = (TWO_32 - count) % count;
    while (low < threshold) {
      word = bits.uint32();
      low = Math.imul(word, count) >>> 0;
    }
  }
  // The double product may be rounded; less its exact lower half it is a multiple of 2^32 again.
  return Math.round((word * count - low) / TWO_32);
}

function bounded64(bits: Pcg64, range: number): number {
  const count = BigInt(range) + 1n;
  const threshold = (1n << 64n) % count;
  for (;;) {
    const at = bits.next();
    const word = (BigInt(bits.words[at + 1]) << 32n) | BigInt(bits.words[at]);
    const product = word * count;
    if ((product & 0xffffffffffffffffn) >= threshold) return Number(product >> 64n);
  }
}

/** A uniform integer in [0, max] for `max < 2^32`: bits under a mask, drawn again while above. */
export function masked(bits: Pcg64, max: number): number {
  if (max === 0) return 0;
  const mask = 0xffffffff >>> Math.clz32(max);
  let value: number;
  do {
    value = (bits.uint32() & mask) >>> 0;
  } while (value > max);
  return value;
}

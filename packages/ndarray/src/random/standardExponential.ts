import type { Pcg64 } from "./pcg64.ts";
import { decodeEdges, ziggurat } from "./ziggurat.ts";
import { EXPONENTIAL_EDGES } from "./zigguratEdges.ts";

const {
  width,
  accept,
  density: height,
  tail,
} = ziggurat(decodeEdges(EXPONENTIAL_EDGES), 53, (x) => Math.exp(-x));

/** One draw from the exponential distribution of mean 1, by the ziggurat. */
export function standardExponential(bits: Pcg64): number {
  const words = bits.words;
  for (;;) {
    const at = bits.next();
    const low = words[at];
    const strip = (low >>> 3) & 0xff;
    const magnitude = words[at + 1] * 2097152 + (low >>> 11);
    const x = magnitude * width[strip];
    if (magnitude < accept[strip]) return x;
    // The tail of an exponential is an exponential that begins later.
    if (strip === 0) return tail - Math.log1p(-bits.double());
    const y = (height[strip - 1] - height[strip]) * bits.double() + height[strip];
    if (y < Math.exp(-x)) return x;
  }
}

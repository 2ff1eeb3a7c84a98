import type { Pcg64 } from "./pcg64.ts";
import { decodeEdges, ziggurat } from "./ziggurat.ts";
import { NORMAL_EDGES } from "./zigguratEdges.ts";

const edges = decodeEdges(NORMAL_EDGES);
const density = (x: number): number => Math.exp(-0.5 * x * x);
const { width, accept, density: height, tail } = ziggurat(edges, 52, density);
const inverseTail = 1 / tail;

const float = ziggurat(edges, 23, density);
const floatWidth = Float32Array.from(float.width);
const floatHeight = Float32Array.from(float.density);
const floatTail = Math.fround(tail);
const floatInverseTail = Math.fround(inverseTail);

/** One draw from N(0, 1) by the ziggurat: 52 bits of a word, one for the sign, eight for the strip. */
export function standardNormal(bits: Pcg64): number {
  const words = bits.words;
  for (;;) {
    const at = bits.next();
    const low = words[at];
    const strip = low & 0xff;
    const magnitude = (words[at + 1] & 0x1fffffff) * 8388608 + (low >>> 9);
    const x = magnitude * (low & 0x100 ? -width[strip] : width[strip]);
    if (magnitude < accept[strip]) return x;
    if (strip === 0) return fromTail(bits, (low & 0x20000) !== 0);
    const y = (height[strip - 1] - height[strip]) * bits.double() + height[strip];
    if (y < density(x)) return x;
  }
}

/** Marsaglia's method for `|x| > tail`: an exponential of rate `tail`, accepted under the density. */
function fromTail(bits: Pcg64, negative: boolean): number {
  for (;;) {
    const x = -inverseTail * Math.log1p(-bits.double());
    const y = -Math.log1p(-bits.double());
    if (y + y > x * x) return negative ? -(tail + x) : tail + x;
  }
}

/** As `standardNormal` in float32: 23 bits of half a word, rounded to float32 at every step. */
export function standardNormalFloat(bits: Pcg64): number {
  const { fround } = Math;
  for (;;) {
    const word = bits.uint32();
    const strip = word & 0xff;
    const magnitude = word >>> 9;
    const size = fround(magnitude * floatWidth[strip]);
    const x = word & 0x100 ? -size : size;
    if (magnitude < float.accept[strip]) return x;
    if (strip === 0) return floatFromTail(bits, (word & 0x20000) !== 0);
    const step = fround(floatHeight[strip - 1] - floatHeight[strip]);
    const y = fround(fround(step * bits.float()) + floatHeight[strip]);
    if (y < density(x)) return x;
  }
}

function floatFromTail(bits: Pcg64, negative: boolean): number {
  const { fround } = Math;
  for (;;) {
    const x = fround(-floatInverseTail * fround(Math.log1p(-bits.float())));
    const y = -fround(Math.log1p(-bits.float()));
    if (fround(y + y) > fround(x * x)) {
      const size = fround(floatTail + x);
      return negative ? -size : size;
    }
  }
}

import { bounded } from "./bounded.ts";
import type { Pcg64 } from "./pcg64.ts";
import { range, shuffleTail } from "./shuffle.ts";

/** Above this population, a sample of more than a fiftieth is the tail of a shuffle. */
const LARGE = 10_000;

/** How far from 1 a sum of probabilities may be: the square root of float64's epsilon. */
const SUM_TOLERANCE = 2 ** -26;

/** `count` positions below n, any of them more than once. */
export function withReplacement(bits: Pcg64, n: number, count: number): Int32Array {
  const found = new Int32Array(count);
  for (let i = 0; i < count; i++) found[i] = bounded(bits, n - 1);
  return found;
}

/** `count` different positions below n, in random order when `shuffle`. */
export function withoutReplacement(
  bits: Pcg64,
  n: number,
  count: number,
  shuffle: boolean,
): Int32Array {
  if (n > LARGE && count > Math.floor(n / (shuffle ? 50 : 20))) {
    const order = range(n);
    shuffleTail(bits, order, Math.max(n - count, 1));
    return order.slice(n - count);
  }
  const found = floyd(bits, n, count);
  if (shuffle) shuffleTail(bits, found, 1);
  return found;
}

/**
 * A sample in time and memory of its own size: for each j of the last `count` positions take a
 * random one up to j, or j itself when that one is taken.
 *
 * Source: Bentley and Floyd, Programming Pearls: A Sample of Brilliance, 1987.
 */
function floyd(bits: Pcg64, n: number, count: number): Int32Array {
  const found = new Int32Array(count);
  const taken = new Set<number>();
  for (let j = n - count; j < n; j++) {
    const drawn = bounded(bits, j);
    const value = taken.has(drawn) ? j : drawn;
    taken.add(value);
    found[j - n + count] = value;
  }
  return found;
}

/** `count` positions with probabilities p, any of them more than once. */
export function weighted(bits: Pcg64, p: Float64Array, count: number): Int32Array {
  const cumulative = cumulated(p);
  const found = new Int32Array(count);
  for (let i = 0; i < count; i++) found[i] = upperBound(cumulative, bits.double());
  return found;
}

/** `count` different positions with probabilities p: draws, drops repeats, and draws the rest anew. */
export function weightedWithoutReplacement(
  bits: Pcg64,
  p: Float64Array,
  count: number,
): Int32Array {
  const left = p.slice();
  const found = new Set<number>();
  while (found.size < count) {
    const cumulative = cumulated(left);
    const draws = Array.from({ length: count - found.size }, () => bits.double());
    for (const draw of draws) found.add(upperBound(cumulative, draw));
    for (const position of found) left[position] = 0;
  }
  return Int32Array.from(found);
}

/** Returns p as float64; throws RangeError unless it is n probabilities that sum to 1. */
export function checkProbabilities(p: ArrayLike<number>, n: number): Float64Array {
  if (p.length !== n) {
    throw new RangeError(`choice: p has ${p.length} probabilities for ${n} items`);
  }
  const probabilities = Float64Array.from(p);
  const wrong = probabilities.findIndex((value) => !(value >= 0));
  if (wrong >= 0) {
    throw new RangeError(`choice: p[${wrong}] is ${probabilities[wrong]}, expected at least 0`);
  }
  const sum = probabilities.reduce((total, value) => total + value, 0);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new RangeError(`choice: the probabilities sum to ${sum}, not 1; divide p by its sum`);
  }
  return probabilities;
}

function cumulated(p: Float64Array): Float64Array {
  const sums = new Float64Array(p.length);
  let sum = 0;
  for (let i = 0; i < p.length; i++) sums[i] = sum += p[i];
  return sums.map((value) => value / sum);
}

/** The first position whose cumulative probability is above `value`. */
function upperBound(cumulative: Float64Array, value: number): number {
  let low = 0;
  let high = cumulative.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value < cumulative[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

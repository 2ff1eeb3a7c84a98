import type { NDArray } from "../core/ndarray.ts";
import { bounded, masked } from "./bounded.ts";
import type { Pcg64 } from "./pcg64.ts";

interface Swappable {
  readonly length: number;
  [index: number]: unknown;
}

/** Fisher and Yates from the end, as NumPy's `shuffle`: masked draws. */
export function shuffleInPlace(bits: Pcg64, values: Swappable): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = masked(bits, i);
    const kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}

/** Fisher and Yates down to index `first`, as NumPy's `choice`: Lemire's draws. */
export function shuffleTail(bits: Pcg64, values: Int32Array, first: number): void {
  for (let i = values.length - 1; i >= first; i--) {
    const j = bounded(bits, i);
    const kept = values[i];
    values[i] = values[j]!;
    values[j] = kept;
  }
}

/** `0, 1, ..., n - 1`. */
export function range(n: number): Int32Array {
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  return order;
}

/** A random order of n positions. */
export function randomOrder(bits: Pcg64, n: number): Int32Array {
  const order = range(n);
  shuffleInPlace(bits, order);
  return order;
}

/** Rows of `a` in a random order, a copy. */
export function shuffledRows(bits: Pcg64, a: NDArray): NDArray {
  return a.at(Array.from(randomOrder(bits, a.shape[0])));
}

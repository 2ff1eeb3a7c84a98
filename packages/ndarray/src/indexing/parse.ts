import { IndexError } from "../core/errors.ts";
import type { NDArray } from "../core/ndarray.ts";

/**
 * One entry of an index: an integer, a slice `"start:stop:step"` (each part may be left out),
 * `"..."`, null for a new axis, or an array of integers or booleans.
 */
export type Index = number | string | null | NDArray | readonly number[] | readonly boolean[];

/** A slice as written; parts left out are undefined. */
export interface Slice {
  readonly start: number | undefined;
  readonly stop: number | undefined;
  readonly step: number;
}

const pattern = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(-?\d+)?\s*)?$/;

/** Reads `"1:10:2"`; throws IndexError for anything else. */
export function parseSlice(text: string): Slice {
  const match = pattern.exec(text);
  if (match === null) {
    throw new IndexError(
      `index: expected a slice such as "1:10:2", ":" or "...", got ${JSON.stringify(text)}`,
    );
  }
  const part = (i: number): number | undefined =>
    match[i] === undefined ? undefined : Number(match[i]);
  const step = part(3) ?? 1;
  if (step === 0) throw new IndexError(`index: the step of slice ${JSON.stringify(text)} is zero`);
  return { start: part(1), stop: part(2), step };
}

/** The first position and the number of elements that a slice selects of an axis of length n. */
export function resolveSlice(slice: Slice, n: number): { start: number; count: number } {
  const { step } = slice;
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? n : n - 1;
  const clamp = (i: number): number => Math.min(Math.max(i < 0 ? i + n : i, low), high);
  const start = slice.start === undefined ? (step > 0 ? low : high) : clamp(slice.start);
  const stop = slice.stop === undefined ? (step > 0 ? high : low) : clamp(slice.stop);
  return { start, count: Math.max(0, Math.ceil((stop - start) / step)) };
}

/** Returns the index counted from the front; throws IndexError when it is out of bounds. */
export function checkPosition(operation: string, index: number, axis: number, n: number): number {
  if (!Number.isInteger(index)) {
    throw new IndexError(`${operation}: an index is a whole number, got ${index}`);
  }
  if (index < -n || index >= n) {
    throw new IndexError(
      `${operation}: index ${index} is out of bounds for axis ${axis} of size ${n}`,
    );
  }
  return index < 0 ? index + n : index;
}

import { expect } from "vitest";
import { NDArray } from "../core/ndarray.ts";
import { dtypes, readNumber } from "./operand.test.helper.ts";

/** Dtype, shape and elements in C order; those of bool are one text of 0 and 1. */
type RecordedArray = readonly [string, readonly number[], string | readonly (number | string)[]];

/** A result as the generator writes it. */
export type Recorded =
  | number
  | string
  | RecordedArray
  | { readonly list: readonly Recorded[] }
  | { readonly throws: true };

/** Functions of which NumPy's own error is up to some units in the last place. */
const transcendental = new Set(
  "exp exp2 expm1 log log1p log2 log10 cbrt sin cos tan arcsin arccos arctan arctan2 sinh cosh tanh hypot logaddexp power erf sigmoid logsumexp".split(
    " ",
  ),
);
/** Functions that round differently: float32 is accumulated in double precision here. */
const accumulating = new Set(
  "sum mean prod variance std cumsum cumprod quantile median".split(" "),
);
/** Functions for which 0 and -0 are ties. */
const signless = new Set(
  "maximum minimum clip max min sort unique uniqueAll floorDivide".split(" "),
);

/** The relative error allowed for a function's results. */
function tolerance(name: string, dtype: string): number {
  if (transcendental.has(name)) return dtype === "float32" ? 5e-7 : 2e-15;
  if (accumulating.has(name) && dtype === "float32") return 1e-6;
  return name === "variance" || name === "std" || name === "prod" ? 1e-15 : 0;
}

/** Throws an assertion error when a result is not the recorded one. */
export function compare(name: string, actual: unknown, recorded: Recorded, dtype: string): void {
  if (typeof recorded === "string" && typeof actual === "string") {
    expect(actual).toBe(recorded);
  } else if (typeof recorded === "number" || typeof recorded === "string") {
    const value = typeof actual === "boolean" ? Number(actual) : actual;
    if (typeof value !== "number") throw new TypeError(`expected a number, got ${String(actual)}`);
    expectClose(value, readNumber(recorded), tolerance(name, dtype), name);
  } else if ("list" in recorded) {
    const items: unknown[] = Object.values(Object(actual));
    expect(items).toHaveLength(recorded.list.length);
    for (const [i, one] of recorded.list.entries()) compare(name, items[i], one, dtype);
  } else if (!("throws" in recorded)) compareArray(name, actual, recorded);
}

function compareArray(name: string, actual: unknown, [code, shape, values]: RecordedArray): void {
  if (!(actual instanceof NDArray)) throw new TypeError(`expected an array, got ${String(actual)}`);
  expect(actual.dtype, "dtype").toBe(dtypes[code]);
  expect(actual.shape, "shape").toEqual(shape);
  const flat = actual.toTyped();
  const allowed = tolerance(name, actual.dtype);
  for (let i = 0; i < values.length; i++) {
    const value = code === "b1" ? Number(values[i]) : readNumber(values[i]);
    expectClose(flat[i], code === "f4" ? Math.fround(value) : value, allowed, name);
  }
}

function expectClose(actual: number, expected: number, allowed: number, name: string): void {
  if (Object.is(actual, expected)) return;
  if (actual === expected && (allowed > 0 || signless.has(name))) return;
  if (Math.abs(actual - expected) <= allowed * Math.abs(expected)) return;
  throw new Error(`expected ${expected}, got ${actual}`);
}

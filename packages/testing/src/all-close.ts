import { formatError, formatIndex, formatShape } from "./format.ts";
import { flatten, sameShape } from "./numeric.ts";
import type { Flat, Numeric } from "./numeric.ts";

export interface AllCloseOptions {
  /** Allowed error relative to `|expected|`; default 1e-7. */
  readonly rtol?: number;
  /** Allowed error on top of it; default 0. */
  readonly atol?: number;
  /** Whether NaN equals NaN; default true. */
  readonly equalNan?: boolean;
}

export interface Comparison {
  readonly pass: boolean;
  /** Says what differs (or, when all is close, that nothing does). */
  readonly message: string;
}

/**
 * Compares element by element: `|actual - expected| <= atol + rtol * |expected|`.
 *
 * Shapes must be equal, except that a plain number as `expected` is compared with every element.
 * Infinities are close only to themselves. Throws `TypeError` for what is no array of numbers.
 */
export function compareAllClose(
  actual: Numeric,
  expected: Numeric,
  options: AllCloseOptions = {},
): Comparison {
  const { rtol = 1e-7, atol = 0, equalNan = true } = options;
  if (!(rtol >= 0 && atol >= 0)) {
    throw new RangeError(`allClose: rtol and atol must be >= 0, found ${rtol} and ${atol}`);
  }
  const found = flatten(actual, "actual");
  const wanted = broadcastScalar(flatten(expected, "expected"), found);
  if (!sameShape(found.shape, wanted.shape)) {
    const shapes = `actual ${formatShape(found.shape)}, expected ${formatShape(wanted.shape)}`;
    return { pass: false, message: `shapes differ: ${shapes}` };
  }
  const size = found.values.length;
  let differing = 0;
  let first = -1;
  let worst = -1;
  let worstExcess = -Infinity;
  for (let i = 0; i < size; i++) {
    const a = found.values[i];
    const e = wanted.values[i];
    if (a === e || (equalNan && Number.isNaN(a) && Number.isNaN(e))) continue;
    const error = Math.abs(a - e);
    const allowed = atol + rtol * Math.abs(e);
    // An infinite or NaN side makes `error` or `allowed` non-finite: never close.
    if (Number.isFinite(a) && Number.isFinite(e) && error <= allowed) continue;
    differing++;
    if (first < 0) first = i;
    const excess = Number.isNaN(error) ? Infinity : error - allowed;
    if (excess > worstExcess) [worst, worstExcess] = [i, excess];
  }
  const tolerances = `rtol ${rtol}, atol ${atol}${equalNan ? "" : ", NaN differs from NaN"}`;
  const counted = `${differing} of ${size} ${size === 1 ? "element differs" : "elements differ"}`;
  const lines = [`${counted} (${tolerances}), shape ${formatShape(found.shape)}`];
  const at = (label: string, i: number) => `${label} at ${element(i, found, wanted)}`;
  if (first >= 0) lines.push(at("first", first));
  if (worst >= 0 && worst !== first) lines.push(at("worst", worst));
  return { pass: differing === 0, message: lines.join("\n") };
}

/** Whether all elements are close; see `compareAllClose`. */
export function allClose(actual: Numeric, expected: Numeric, options?: AllCloseOptions): boolean {
  return compareAllClose(actual, expected, options).pass;
}

/** Throws an `Error` that says what differs unless all elements are close; see `compareAllClose`. */
export function assertAllClose(actual: Numeric, expected: Numeric, options?: AllCloseOptions) {
  const { pass, message } = compareAllClose(actual, expected, options);
  if (!pass) throw new Error(`assertAllClose: ${message}`);
}

function broadcastScalar(expected: Flat, actual: Flat): Flat {
  if (expected.shape.length > 0 || actual.shape.length === 0) return expected;
  const values = new Float64Array(actual.values.length).fill(expected.values[0]);
  return { values, shape: actual.shape };
}

function element(i: number, actual: Flat, expected: Flat): string {
  const a = actual.values[i];
  const e = expected.values[i];
  const absolute = Math.abs(a - e);
  return (
    `${formatIndex(i, actual.shape)}: actual ${a}, expected ${e}, ` +
    `absolute error ${formatError(absolute)}, relative error ${formatError(absolute / Math.abs(e))}`
  );
}

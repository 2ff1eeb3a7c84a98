import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { sameShape } from "../core/shape.ts";
import { all } from "../reduce/truth.ts";
import { abs, add, multiply, subtract } from "./arithmetic.ts";
import { equal, isfinite, isnan, lessEqual, logicalAnd, logicalOr } from "./comparison.ts";
import type { ArrayInput } from "./operand.ts";
import { asArray } from "./operand.ts";

interface Closeness {
  /** Relative tolerance, 1e-5 by default. */
  readonly rtol?: number;
  /** Absolute tolerance, 1e-8 by default. */
  readonly atol?: number;
  /** Whether NaNs count as equal. */
  readonly equalNan?: boolean;
}

/** Where `|a - b| <= atol + rtol |b|`, or both are the same infinity; shapes broadcast. */
export function isclose(a: ArrayInput, b: ArrayInput, options: Closeness = {}): NDArray {
  checkOptions("isclose", options, ["rtol", "atol", "equalNan"]);
  const { rtol = 1e-5, atol = 1e-8, equalNan = false } = options;
  const x = asArray(a).astype("float64");
  const y = asArray(b).astype("float64");
  const allowed = add(multiply(abs(y), rtol), atol);
  const near = logicalAnd(lessEqual(abs(subtract(x, y)), allowed), isfinite(y));
  const same = logicalOr(near, equal(x, y));
  return equalNan ? logicalOr(same, logicalAnd(isnan(x), isnan(y))) : same;
}

/** Whether all elements are close, as `isclose`. */
export function allclose(a: ArrayInput, b: ArrayInput, options: Closeness = {}): boolean {
  return all(isclose(a, b, options));
}

/** Whether two arrays have one shape and equal elements; NaN equals nothing. */
export function arrayEqual(a: ArrayInput, b: ArrayInput): boolean {
  const x = asArray(a);
  const y = asArray(b);
  return sameShape(x.shape, y.shape) && all(equal(x, y));
}

import { isStrided } from "./numeric.ts";
import type { Nested, Numeric, Strided } from "./numeric.ts";
import { seededUniform } from "./seeded-normal.ts";

/**
 * An array of the output's own kind and shape, each element of size 0.5 to 1.5 and random sign;
 * 1 for a plain number: a scalar loss is asked for its gradient as it is.
 */
export function upstreamFor(output: Numeric, seed: number): Numeric {
  if (typeof output === "number") return 1;
  const uniform = seededUniform(seed);
  return fillLike(output, () => (uniform() < 0.5 ? -1 : 1) * (0.5 + uniform()));
}

function fillLike(output: Numeric, next: () => number): Numeric {
  if (typeof output === "number" || typeof output === "boolean") return next();
  if (Array.isArray(output)) return fillNested(output, next);
  if (output instanceof Float64Array || output instanceof Float32Array) return output.map(next);
  if (isCopyable(output)) {
    // NDArray's copy() is contiguous and its own.
    const copy = output.copy();
    for (let i = 0; i < copy.data.length; i++) copy.data[i] = next();
    return copy;
  }
  throw new TypeError(
    "checkGradient: f must return a number, float array, nested arrays or NDArray, or pass {upstream}",
  );
}

function fillNested(output: readonly unknown[], next: () => number): Nested {
  return output.map((value) => {
    if (value instanceof Float64Array) return value.map(next);
    return Array.isArray(value) ? fillNested(value, next) : next();
  });
}

type Copyable = Strided & { copy(): Strided & { readonly data: { [i: number]: number } } };

function isCopyable(output: object): output is Copyable {
  return isStrided(output) && "copy" in output;
}

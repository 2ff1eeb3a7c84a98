import { ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { formatShape } from "../core/shape.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { asPositions } from "../indexing/take.ts";
import type { Positions } from "../indexing/take.ts";

interface BincountOptions {
  /** Adds up these instead of counting; the result is then float64. */
  readonly weights?: ArrayInput;
  /** The least length of the result. */
  readonly minlength?: number;
}

/**
 * How often each of 0, 1, 2, ... occurs in a 1-D array of integers: int32 of length
 * `max(a) + 1`. Throws for negative numbers and other shapes.
 */
export function bincount(a: Positions, options: BincountOptions = {}): NDArray {
  checkOptions("bincount", options, ["weights", "minlength"]);
  const x = asPositions("bincount", a);
  if (x.ndim !== 1) {
    throw new ShapeError(`bincount: expected a 1-D array, got ${formatShape(x.shape)}`);
  }
  const values = x.toTyped();
  let length = options.minlength ?? 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < 0) throw new RangeError(`bincount: expected numbers >= 0, got ${values[i]}`);
    if (values[i] >= length) length = values[i] + 1;
  }
  if (options.weights === undefined) {
    const counts = new Int32Array(length);
    for (let i = 0; i < values.length; i++) counts[values[i]]++;
    return new NDArray(counts, [length], "int32");
  }
  const weights = asArray(options.weights);
  if (weights.ndim !== 1 || weights.size !== x.size) {
    throw new ShapeError(
      `bincount: expected weights of shape ${formatShape(x.shape)}, got ${formatShape(weights.shape)}`,
    );
  }
  const each = weights.toTyped("float64");
  const sums = new Float64Array(length);
  for (let i = 0; i < values.length; i++) sums[values[i]] += each[i];
  return new NDArray(sums, [length], "float64");
}

import { isFloat } from "../core/dtype.ts";
import { UnsupportedError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkAxes, sizeOf } from "../core/shape.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { reshape } from "../shape/reshape.ts";
import { transpose } from "../shape/transpose.ts";
import type { ReduceOptions, WholeOptions } from "./options.ts";
import { asksForArray, finish, reducedShape, roundTo } from "./options.ts";

type Options = WholeOptions | ReduceOptions;

interface Method {
  /** How to interpolate between the two nearest elements: linear is the only one. */
  readonly method?: "linear";
}

/**
 * The value below which the fraction `q` of the elements lies, interpolated linearly between
 * neighbours (Hyndman and Fan's type 7, NumPy's default). Several q's become the leading axes of
 * the result. NaN where an element is NaN or there are none. Throws RangeError for q outside [0, 1].
 */
export function quantile(a: ArrayInput, q: number, options?: WholeOptions & Method): number;
export function quantile(a: ArrayInput, q: ArrayInput, options?: Options & Method): NDArray;
export function quantile(
  a: ArrayInput,
  q: ArrayInput,
  options: Options & Method = {},
): NDArray | number {
  checkOptions("quantile", options, ["axis", "keepdims", "out", "method"]);
  const method: string = options.method ?? "linear";
  if (method !== "linear") {
    throw new UnsupportedError(`quantile: method ${method} is not supported; use linear`);
  }
  const fractions = asArray(q);
  for (const fraction of fractions.toTyped()) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new RangeError(`quantile: expected q in [0, 1], got ${fraction}`);
    }
  }
  const result = select("quantile", asArray(a), fractions, options, interpolate);
  return typeof q === "number" && !asksForArray(options) ? result.item() : result;
}

/** The middle element, or the mean of the two middle ones; NaN where an element is. */
export function median(a: ArrayInput, options?: WholeOptions): number;
export function median(a: ArrayInput, options: ReduceOptions): NDArray;
export function median(a: ArrayInput, options: Options = {}): NDArray | number {
  checkOptions("median", options, ["axis", "keepdims", "out"]);
  const result = select("median", asArray(a), asArray(0.5), options, middle);
  return asksForArray(options) ? result : result.item();
}

/** A value picked from each sorted line, for each fraction. */
function select(
  operation: string,
  x: NDArray,
  fractions: NDArray,
  options: Options,
  pick: (sorted: Float64Array, fraction: number) => number,
): NDArray {
  const axes = checkAxes(operation, options.axis, x.ndim);
  const kept = x.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const length = sizeOf(axes.map((axis) => x.shape[axis]));
  const count = sizeOf(kept.map((axis) => x.shape[axis]));
  const lines = reshape(transpose(x, [...kept, ...axes]), [count, length]).toTyped();
  const dtype = isFloat(x.dtype) ? x.dtype : "float64";
  const at = fractions.toTyped();
  const values = new Float64Array(at.length * count);
  for (let i = 0; i < count; i++) {
    const sorted = Float64Array.from(lines.subarray(i * length, (i + 1) * length)).sort();
    const isUndefined = length === 0 || Number.isNaN(sorted[length - 1]);
    for (let j = 0; j < at.length; j++) {
      values[j * count + i] = isUndefined ? NaN : roundTo(dtype, pick(sorted, at[j]));
    }
  }
  const shape = reducedShape(x.shape, axes, options.keepdims === true);
  return finish(operation, values, [...fractions.shape, ...shape], dtype, options.out);
}

/** The element at `q (n - 1)`, from the nearer neighbour so that rounding cannot leave the interval. */
function interpolate(sorted: Float64Array, q: number): number {
  const last = sorted.length - 1;
  const position = q * last;
  const below = Math.floor(position);
  if (below === last) return sorted[last];
  const [low, high] = [sorted[below], sorted[below + 1]];
  const t = position - below;
  const width = high - low;
  return t < 0.5 ? low + width * t : high - width * (1 - t);
}

function middle(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

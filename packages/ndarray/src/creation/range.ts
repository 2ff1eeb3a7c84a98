import { allocate, checkDType, isFloat } from "../core/dtype.ts";
import type { DType } from "../core/dtype.ts";
import { DTypeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkFits } from "../core/promote.ts";
import type { DTypeOption } from "./array.ts";

/**
 * `start, start + step, ...` up to but without `stop`; float64 unless `dtype` says otherwise
 * (NumPy has int64 for whole numbers, which is not one of our dtypes).
 */
export function arange(stop: number, options?: DTypeOption): NDArray;
export function arange(start: number, stop: number, options?: DTypeOption): NDArray;
export function arange(start: number, stop: number, step: number, options?: DTypeOption): NDArray;
export function arange(first: number, ...rest: (number | DTypeOption | undefined)[]): NDArray {
  const numbers = rest.filter((one) => typeof one === "number");
  const options = rest.find((one) => typeof one === "object") ?? {};
  const [start, stop] = numbers.length === 0 ? [0, first] : [first, numbers[0]];
  const step = numbers[1] ?? 1;
  if (step === 0 || !Number.isFinite((stop - start) / step)) {
    throw new RangeError(
      `arange: expected finite bounds and a step other than 0, got ${start}, ${stop}, ${step}`,
    );
  }
  const dtype = checkDType("arange", options.dtype ?? "float64");
  const data = allocate(dtype, Math.max(0, Math.ceil((stop - start) / step)));
  if (dtype === "bool" && data.length > 2) {
    throw new DTypeError(
      `arange: bool has two values, expected at most 2 elements, got ${data.length}`,
    );
  }
  // As NumPy: the first two elements are rounded to the dtype, and their difference is the step.
  for (let i = 0; i < Math.min(2, data.length); i++) {
    data[i] = element("arange", start + i * step, dtype);
  }
  const round = dtype === "float32" ? Math.fround : Number;
  const delta = round(data[1] - data[0]);
  for (let i = 2; i < data.length; i++) {
    data[i] = element("arange", data[0] + round(i * delta), dtype);
  }
  return new NDArray(data, [data.length], dtype);
}

/** A number as the dtype stores it; throws RangeError when it does not fit. */
function element(operation: string, value: number, dtype: DType): number {
  checkFits(operation, value, dtype);
  return dtype === "bool" ? Number(value !== 0) : value;
}

/**
 * `count` numbers evenly spaced from `start` to `stop`, both included unless `endpoint` is false;
 * integers are rounded down, as NumPy's are.
 */
export function linspace(
  start: number,
  stop: number,
  count = 50,
  options: DTypeOption & { readonly endpoint?: boolean } = {},
): NDArray {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`linspace: expected a whole number of points >= 0, got ${count}`);
  }
  const { endpoint = true } = options;
  const dtype = checkDType("linspace", options.dtype ?? "float64");
  const steps = endpoint ? count - 1 : count;
  const width = stop - start;
  const step = width / steps;
  const data = allocate(dtype, count);
  const isFraction = isFloat(dtype) || dtype === "bool";
  for (let i = 0; i < count; i++) {
    const spaced = start + (step === 0 ? (i / steps) * width : i * step);
    const value = steps > 0 && endpoint && i === steps ? stop : steps > 0 ? spaced : start;
    data[i] = element("linspace", isFraction ? value : Math.floor(value), dtype);
  }
  return new NDArray(data, [count], dtype);
}

import { allocate } from "../core/dtype.ts";
import { AxisError, UnsupportedError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkOut } from "../core/overlap.ts";
import { checkCast } from "../core/promote.ts";
import { checkAxis } from "../core/shape.ts";
import { copyInto } from "../elementwise/copy.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { reshape } from "../shape/reshape.ts";
import { lanesOf, readLane } from "./lanes.ts";
import { sortedOrder } from "./order.ts";

interface SortOptions {
  /** The axis to sort along, the last one by default; null sorts the flattened array. */
  readonly axis?: number | null;
  /** Every sort here is stable, which is also what NumPy's other kinds may be. */
  readonly kind?: "stable";
  readonly out?: NDArray;
}

/** A sorted copy in ascending order, NaNs last. */
export function sort(a: ArrayInput, options: SortOptions = {}): NDArray {
  const { x, axis } = prepare("sort", a, options);
  const { length, step, starts, resultStep, resultStarts } = lanesOf(x, axis);
  const data = allocate(x.dtype, x.size);
  const lane = allocate(x.dtype, length);
  for (let i = 0; i < starts.length; i++) {
    for (let j = 0, p = starts[i]; j < length; j++, p += step) lane[j] = x.data[p];
    lane.sort();
    for (let j = 0, p = resultStarts[i]; j < length; j++, p += resultStep) data[p] = lane[j];
  }
  return give("sort", new NDArray(data, x.shape, x.dtype), options.out);
}

/** The positions that sort the array along an axis (int32): equal elements keep their order, NaNs come last. */
export function argsort(a: ArrayInput, options: SortOptions = {}): NDArray {
  const { x, axis } = prepare("argsort", a, options);
  const { length, step, starts, resultStep, resultStarts } = lanesOf(x, axis);
  const data = allocate("int32", x.size);
  const lane = new Float64Array(length);
  for (let i = 0; i < starts.length; i++) {
    readLane(x, starts[i], step, lane);
    const order = sortedOrder(lane);
    for (let j = 0, p = resultStarts[i]; j < length; j++, p += resultStep) data[p] = order[j];
  }
  return give("argsort", new NDArray(data, x.shape, "int32"), options.out);
}

function prepare(
  operation: string,
  a: ArrayInput,
  options: SortOptions,
): { x: NDArray; axis: number } {
  checkOptions(operation, options, ["axis", "kind", "out"]);
  const kind: string = options.kind ?? "stable";
  if (kind !== "stable") {
    throw new UnsupportedError(`${operation}: kind ${kind} is not supported; every sort is stable`);
  }
  const given = asArray(a);
  const x = options.axis === null ? reshape(given, -1) : given;
  if (x.ndim === 0) throw new AxisError(`${operation}: a 0-d array has no axis to sort along`);
  return { x, axis: checkAxis(operation, options.axis ?? -1, x.ndim) };
}

function give(operation: string, result: NDArray, out: NDArray | undefined): NDArray {
  if (out === undefined) return result;
  checkOut(operation, out, result.shape);
  checkCast(operation, result.dtype, out.dtype);
  copyInto(out, result);
  return out;
}

import { allocate } from "../core/dtype.ts";
import { UnsupportedError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { sortedOrder } from "./order.ts";

/** What `uniqueAll` finds; positions and counts are int32. */
export interface UniqueResult {
  /** The distinct elements in ascending order, (U). All NaNs count as one, the last. */
  readonly values: NDArray;
  /** The first position of each in the flattened array, (U). */
  readonly indices: NDArray;
  /** For every element of the array, in its shape, which of the values it is. */
  readonly inverseIndices: NDArray;
  /** How often each occurs, (U). */
  readonly counts: NDArray;
}

/** The distinct elements of the flattened array in ascending order; all NaNs count as one, the last. */
export function unique(a: ArrayInput, ...rest: readonly never[]): NDArray {
  if (rest.length > 0) {
    throw new UnsupportedError(
      "unique: axis and the return options are not supported; uniqueAll gives positions and counts",
    );
  }
  const sorted = asArray(a).flatten();
  const { data } = sorted;
  data.sort();
  let count = 0;
  for (let i = 0; i < data.length; i++) {
    if (i === 0 || differ(data[i - 1], data[i])) data[count++] = data[i];
  }
  return new NDArray(data.slice(0, count), [count], sorted.dtype);
}

/** The distinct elements with their first positions, the inverse mapping and their counts (NumPy's `unique_all`). */
export function uniqueAll(a: ArrayInput): UniqueResult {
  const x = asArray(a);
  const order = sortedOrder(Float64Array.from(x.toTyped()));
  const flat = x.toTyped();
  const inverse = new Int32Array(x.size);
  const first: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < order.length; i++) {
    const isNew = i === 0 || differ(flat[order[i - 1]], flat[order[i]]);
    if (isNew) {
      first.push(order[i]);
      counts.push(0);
    }
    counts[counts.length - 1]++;
    inverse[order[i]] = counts.length - 1;
  }
  const values = allocate(x.dtype, first.length);
  for (let i = 0; i < first.length; i++) values[i] = flat[first[i]];
  const shape = [first.length];
  return {
    values: new NDArray(values, shape, x.dtype),
    indices: new NDArray(Int32Array.from(first), shape, "int32"),
    inverseIndices: new NDArray(inverse, x.shape, "int32"),
    counts: new NDArray(Int32Array.from(counts), shape, "int32"),
  };
}

/** Whether neighbours of a sorted array differ; two NaNs do not. */
function differ(a: number, b: number): boolean {
  return a !== b && (a === a || b === b);
}

import { AxisError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkAxes, checkAxis, formatShape } from "../core/shape.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";

/** The view with permuted axes, `axes[i]` being the old place of axis `i`; reversed by default. */
export function transpose(a: ArrayInput, axes?: readonly number[]): NDArray {
  const x = asArray(a);
  const order =
    axes === undefined
      ? x.shape.map((_, i) => x.ndim - 1 - i)
      : checkAxes("transpose", axes, x.ndim);
  if (order.length !== x.ndim) {
    throw new AxisError(
      `transpose: expected a permutation of ${x.ndim} axes, got ${formatShape(order)}`,
    );
  }
  const shape = order.map((axis) => x.shape[axis]);
  const strides = order.map((axis) => x.strides[axis]);
  return new NDArray(x.data, shape, x.dtype, strides, x.offset);
}

/** The view with two axes exchanged. */
export function swapaxes(a: ArrayInput, first: number, second: number): NDArray {
  const x = asArray(a);
  const order = x.shape.map((_, i) => i);
  const i = checkAxis("swapaxes", first, x.ndim);
  const j = checkAxis("swapaxes", second, x.ndim);
  order[i] = j;
  order[j] = i;
  return transpose(x, order);
}

/** The view with some axes moved to new places; the others keep their order. */
export function moveaxis(
  a: ArrayInput,
  source: number | readonly number[],
  destination: number | readonly number[],
): NDArray {
  const x = asArray(a);
  const from = checkAxes("moveaxis", source, x.ndim);
  const to = checkAxes("moveaxis", destination, x.ndim);
  if (from.length !== to.length) {
    throw new AxisError(`moveaxis: source names ${from.length} axes and destination ${to.length}`);
  }
  const order = x.shape.map((_, i) => i).filter((axis) => !from.includes(axis));
  const pairs = to.map((place, i) => ({ place, axis: from[i] }));
  pairs.sort((p, q) => p.place - q.place);
  for (const { place, axis } of pairs) order.splice(place, 0, axis);
  return transpose(x, order);
}

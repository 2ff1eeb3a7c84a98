import { ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import type { NestedArray } from "../core/ndarray.ts";
import { sharesMemory } from "../core/overlap.ts";
import { formatShape, sameShape } from "../core/shape.ts";
import { copy, copyInto } from "../elementwise/copy.ts";
import { asOperand, scalarArray } from "../elementwise/operand.ts";
import { broadcastTo } from "../shape/broadcast.ts";
import { gather, scatter, selectionShape } from "./gather.ts";
import type { Index } from "./parse.ts";
import { select } from "./select.ts";
import type { Selection } from "./select.ts";

/** `a[index]`: a view when the index holds only integers, slices and null, otherwise a copy. */
export function at(x: NDArray, index: readonly Index[]): NDArray {
  const selection = select(x, index);
  if (selection.lists !== undefined) return gather(x, selection);
  const view = viewOf(x, selection);
  return selection.copies ? copy(view) : view;
}

function viewOf(x: NDArray, { shape, strides, offset }: Selection): NDArray {
  return new NDArray(x.data, shape, x.dtype, strides, offset);
}

/** `a[index] = value`, the value broadcast to the selection and cast to the array's dtype. */
export function set(x: NDArray, value: NDArray | NestedArray, index: readonly Index[]): void {
  const selection = select(x, index);
  const operand = asOperand(value);
  const shape = selectionShape(selection);
  const given =
    typeof operand === "number"
      ? scalarArray("set", operand, x.dtype)
      : withoutLeadingOnes(operand, shape);
  if (selection.lists === undefined) {
    copyInto(viewOf(x, selection), broadcastTo(given, shape));
    return;
  }
  // One value for every element needs no broadcast copy.
  const values = given.ndim === 0 ? given : broadcastTo(given, shape);
  // Lists write in any order, so that even the array itself must be copied before it is its own value.
  const isReady = values.dtype === x.dtype && values.isContiguous && !sharesMemory(x, values);
  scatter(x, selection, (isReady ? values : values.astype(x.dtype)).toTyped());
}

/** An assignment, unlike an operation, also accepts a value with extra leading axes of length 1. */
function withoutLeadingOnes(value: NDArray, target: readonly number[]): NDArray {
  let extra = 0;
  while (value.ndim - extra > target.length && value.shape[extra] === 1) extra++;
  const shape = value.shape.slice(extra);
  const lead = target.length - shape.length;
  if (lead < 0 || !shape.every((n, i) => n === 1 || n === target[lead + i])) {
    throw new ShapeError(
      `set: a value of shape ${formatShape(value.shape)} does not broadcast to ${formatShape(target)}`,
    );
  }
  if (sameShape(shape, value.shape)) return value;
  return new NDArray(value.data, shape, value.dtype, value.strides.slice(extra), value.offset);
}

import { AxisError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkAxes } from "../core/shape.ts";
import { copy } from "../elementwise/copy.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { reshape } from "./reshape.ts";

/** The view with the order of the elements reversed along all axes, or those named. */
export function flip(a: ArrayInput, axis?: number | readonly number[]): NDArray {
  const x = asArray(a);
  const axes = checkAxes("flip", axis, x.ndim);
  const reversed = (i: number): boolean => axes.includes(i) && x.shape[i] > 0;
  let { offset } = x;
  for (const i of axes) if (reversed(i)) offset += (x.shape[i] - 1) * x.strides[i];
  const strides = x.strides.map((step, i) => (reversed(i) ? -step : step));
  return new NDArray(x.data, x.shape, x.dtype, strides, offset);
}

/** A copy with elements moved by `shift` places, those past the end coming back at the start. */
export function roll(
  a: ArrayInput,
  shift: number | readonly number[],
  options: { readonly axis?: number | readonly number[] } = {},
): NDArray {
  checkOptions("roll", options, ["axis"]);
  const x = asArray(a);
  const { axis } = options;
  if (axis === undefined) {
    const total = typeof shift === "number" ? shift : shift.reduce((sum, one) => sum + one, 0);
    return reshape(rollAxis(reshape(x, -1), total, 0), x.shape);
  }
  const axes = (typeof axis === "number" ? [axis] : axis).flatMap((one) =>
    checkAxes("roll", one, x.ndim),
  );
  const shifts = typeof shift === "number" ? axes.map(() => shift) : shift;
  if (shifts.length !== axes.length) {
    throw new AxisError(`roll: ${shifts.length} shifts do not fit ${axes.length} axes`);
  }
  return axes.reduce((result, one, i) => rollAxis(result, shifts[i], one), x);
}

function rollAxis(x: NDArray, shift: number, axis: number): NDArray {
  const result = copy(x);
  const n = x.shape[axis];
  const by = n === 0 ? 0 : ((shift % n) + n) % n;
  if (by === 0) return result;
  const before = Array.from({ length: axis }, () => ":");
  result.set(x.at(...before, `:${n - by}`), ...before, `${by}:`);
  result.set(x.at(...before, `${n - by}:`), ...before, `:${by}`);
  return result;
}

import { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { UnsupportedError } from "../core/errors.ts";
import { truePositions } from "./lists.ts";

/** The positions of the elements that are not 0, in C order: one int32 array per axis. */
export function nonzero(a: ArrayInput): NDArray[] {
  const x = asArray(a);
  if (x.ndim === 0) {
    throw new UnsupportedError("nonzero: a 0-d array has no positions; reshape it to (1,)");
  }
  return truePositions(x).map((positions) => new NDArray(positions, [positions.length], "int32"));
}

/** The same as rows, shape (found, ndim). */
export function argwhere(a: ArrayInput): NDArray {
  const x = asArray(a);
  const positions = truePositions(x);
  const found = x.ndim === 0 ? Number(x.item() !== 0) : positions[0].length;
  const rows = new Int32Array(found * x.ndim);
  for (let i = 0; i < found; i++) {
    for (let axis = 0; axis < x.ndim; axis++) rows[i * x.ndim + axis] = positions[axis][i];
  }
  return new NDArray(rows, [found, x.ndim], "int32");
}

import { sizeOf } from "../core/shape.ts";

/** The buffer position of every element of a strided grid, in C order. */
export function gridOffsets(
  shape: readonly number[],
  strides: readonly number[],
  start = 0,
): Int32Array | Float64Array {
  let reach = Math.abs(start);
  for (let axis = 0; axis < shape.length; axis++) reach += shape[axis] * Math.abs(strides[axis]);
  const size = sizeOf(shape);
  const result = reach < 2 ** 31 ? new Int32Array(size) : new Float64Array(size);
  if (size === 0) return result;
  // Each axis repeats what the axes before it made, once per step.
  result[0] = start;
  let filled = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const n = shape[axis];
    const step = strides[axis];
    for (let i = 1; i < n; i++) {
      for (let j = 0; j < filled; j++) result[i * filled + j] = result[j] + i * step;
    }
    filled *= n;
  }
  return result;
}

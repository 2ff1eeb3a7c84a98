import { allocate } from "../core/dtype.ts";
import type { DType } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkShape, sizeOf } from "../core/shape.ts";

/** How many draws: a count or a shape; without it one draw, as a number. */
export type Size = number | readonly number[];

/** One draw, or an array of them in C order. */
export function draws(
  operation: string,
  size: Size | undefined,
  dtype: DType,
  draw: () => number,
): number | NDArray {
  if (size === undefined) return draw();
  const shape = checkShape(operation, size);
  const data = allocate(dtype, sizeOf(shape));
  for (let i = 0; i < data.length; i++) data[i] = draw();
  return new NDArray(data, shape, dtype);
}

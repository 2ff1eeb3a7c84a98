import type { TypedArray } from "../core/dtype.ts";
import { isFloat } from "../core/dtype.ts";
import type { NDArray } from "../core/ndarray.ts";
import { activeKernels, planeElements } from "../kernels.ts";

/** A plane of an operand: row i, column j is `data[offset + i * stride0 + j * stride1]`. */
export interface Plane {
  readonly data: TypedArray;
  readonly offset: number;
  readonly stride0: number;
  readonly stride1: number;
}

/** Rows of a plane that are taken at a time, so that copies of planes with contiguous columns fit. */
export function rowsTogether(n0: number, n1: number, ...planes: readonly Plane[]): number {
  const rows = Math.floor(planeElements / n1);
  return rows > 1 && planes.some((plane) => isTurned(plane, n0)) ? Math.min(rows, n0) : n0;
}

/** The same numbers with contiguous rows, where the kernels have a fast way to turn them. */
export function alongRows(x: NDArray, n0: number, n1: number, plane: Plane): Plane {
  if (!isTurned(plane, n0) || n0 * n1 > planeElements || !isFloat(x.dtype)) return plane;
  const { data, offset, stride0, stride1 } = plane;
  const copy = activeKernels().plane?.[x.dtype]?.(n0, n1, data, offset, stride0, stride1);
  return copy === undefined ? plane : { ...copy, stride0: n1, stride1: 1 };
}

function isTurned({ stride0, stride1 }: Plane, n0: number): boolean {
  return n0 > 1 && stride0 === 1 && stride1 !== 1 && stride1 !== 0;
}

import type { NDArray } from "../core/ndarray.ts";
import { cStrides } from "../core/shape.ts";
import { gridOffsets } from "../indexing/offsets.ts";

/** Where each 1-D line of an array along one axis starts, in the array and in a C-order result. */
export interface Lanes {
  readonly length: number;
  readonly step: number;
  readonly starts: ArrayLike<number>;
  readonly resultStep: number;
  readonly resultStarts: ArrayLike<number>;
}

/** The lines of `x` along `axis`, for a result whose lines have `resultLength` elements. */
export function lanesOf(x: NDArray, axis: number, resultLength = x.shape[axis]): Lanes {
  const resultStrides = cStrides(x.shape.with(axis, resultLength));
  const others = x.shape.toSpliced(axis, 1);
  return {
    length: x.shape[axis],
    step: x.strides[axis],
    starts: gridOffsets(others, x.strides.toSpliced(axis, 1), x.offset),
    resultStep: resultStrides[axis],
    resultStarts: gridOffsets(others, resultStrides.toSpliced(axis, 1)),
  };
}

/** Copies one line into `lane`. */
export function readLane(x: NDArray, start: number, step: number, lane: Float64Array): void {
  const { data } = x;
  for (let i = 0, p = start; i < lane.length; i++, p += step) lane[i] = data[p];
}

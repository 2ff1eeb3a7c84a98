import type { TypedArray } from "../core/dtype.ts";
import { allocate } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { gridOffsets } from "./offsets.ts";
import type { Selection } from "./select.ts";

/** The shape of `a[index]` for an index with lists. */
export function selectionShape(selection: Selection): number[] {
  const { shape, lists } = selection;
  if (lists === undefined) return Array.from(shape);
  return [...shape.slice(0, lists.place), ...lists.shape, ...shape.slice(lists.place)];
}

/** Rows of at least this many neighbours are copied as blocks. */
const blockLength = 16;

interface Grid {
  readonly before: ArrayLike<number>;
  readonly listed: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  /** Whether the elements of `after` are neighbours in memory. */
  readonly isBlock: boolean;
}

function grid(selection: Selection): Grid {
  const { offset, shape, strides, lists } = selection;
  const place = lists?.place ?? 0;
  const after = gridOffsets(shape.slice(place), strides.slice(place));
  let isBlock = after.length >= blockLength;
  for (let i = 1; isBlock && i < after.length; i++) isBlock = after[i] === after[i - 1] + 1;
  return {
    before: gridOffsets(shape.slice(0, place), strides.slice(0, place), offset),
    listed: lists?.offsets ?? [0],
    after,
    isBlock,
  };
}

/** A copy of the selected elements. */
export function gather(x: NDArray, selection: Selection): NDArray {
  const shape = selectionShape(selection);
  const { before, listed, after, isBlock } = grid(selection);
  const data = allocate(x.dtype, before.length * listed.length * after.length);
  const source = x.data;
  let to = 0;
  for (let i = 0; i < before.length; i++) {
    for (let j = 0; j < listed.length; j++) {
      const base = before[i] + listed[j];
      if (isBlock) {
        data.set(source.subarray(base, base + after.length), to);
        to += after.length;
      } else {
        for (let k = 0; k < after.length; k++) data[to++] = source[base + after[k]];
      }
    }
  }
  return new NDArray(data, shape, x.dtype);
}

/** Writes values, given in C order of the selection's shape, to the selected elements. */
export function scatter(x: NDArray, selection: Selection, values: TypedArray): void {
  const { before, listed, after } = grid(selection);
  const target = x.data;
  // One value for all of them when there is only one.
  const step = values.length === 1 ? 0 : 1;
  let from = 0;
  for (let i = 0; i < before.length; i++) {
    for (let j = 0; j < listed.length; j++) {
      const base = before[i] + listed[j];
      for (let k = 0; k < after.length; k++, from += step) target[base + after[k]] = values[from];
    }
  }
}

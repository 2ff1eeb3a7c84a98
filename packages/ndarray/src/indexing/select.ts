import { broadcastShapes } from "../core/broadcast.ts";
import { IndexError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { formatShape } from "../core/shape.ts";
import { axesOf, toEntry } from "./entries.ts";
import type { List } from "./lists.ts";
import { listOffsets, listsOf } from "./lists.ts";
import { checkPosition, parseSlice, resolveSlice } from "./parse.ts";
import type { Index } from "./parse.ts";

/** What an index selects of an array: axes that are stepped through, and lists of positions. */
export interface Selection {
  readonly offset: number;
  /** The axes left by slices and null, in order. */
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  /** Present when the index holds an integer array or a mask. */
  readonly lists?: {
    /** The shape that all lists broadcast to, and for each element its distance in the buffer. */
    readonly shape: readonly number[];
    readonly offsets: Int32Array | Float64Array;
    /** How many of the stepped axes come before the lists' axes in the result. */
    readonly place: number;
  };
  /** NumPy returns a copy, not a view, when an integer came as a 0-d array. */
  readonly copies: boolean;
}

/** Reads an index against an array's shape by NumPy's rules; throws IndexError. */
export function select(x: NDArray, index: readonly Index[]): Selection {
  const entries = index.map(toEntry);
  const used = entries.reduce<number>((sum, entry) => sum + axesOf(entry), 0);
  if (used > x.ndim) {
    throw new IndexError(
      `index: ${used} indices are too many for an array of shape ${formatShape(x.shape)}`,
    );
  }
  if (entries.filter((entry) => entry === "...").length > 1) {
    throw new IndexError('index: at most one "..." is allowed');
  }
  if (!entries.includes("...")) entries.push("...");
  const hasLists = entries.some((entry) => entry instanceof NDArray && entry.ndim > 0);

  let offset = x.offset;
  let axis = 0;
  let copies = false;
  const shape: number[] = [];
  const strides: number[] = [];
  const lists: List[] = [];
  let place = 0;
  let separated = false;
  let lastListEntry = -1;
  for (const [i, entry] of entries.entries()) {
    if (entry === null) {
      shape.push(1);
      strides.push(0);
    } else if (entry === "...") {
      for (let rest = x.ndim - used; rest > 0; rest--, axis++) {
        shape.push(x.shape[axis]);
        strides.push(x.strides[axis]);
      }
    } else if (typeof entry === "string") {
      const slice = parseSlice(entry);
      const { start, count } = resolveSlice(slice, x.shape[axis]);
      if (count > 0) offset += start * x.strides[axis];
      shape.push(count);
      strides.push(slice.step * x.strides[axis]);
      axis++;
    } else {
      const isNumber = typeof entry === "number";
      if (isNumber || entry.ndim === 0) {
        copies ||= !isNumber;
        const n = isNumber ? entry : entry.item();
        offset += checkPosition("index", n, axis, x.shape[axis]) * x.strides[axis];
        axis++;
      } else {
        const found = listsOf(x, entry, axis);
        lists.push(...found);
        axis += found.length;
      }
      if (hasLists) {
        if (lastListEntry < 0) place = shape.length;
        else if (lastListEntry !== i - 1) separated = true;
        lastListEntry = i;
      }
    }
  }
  if (!hasLists) return { offset, shape, strides, copies };
  const listShape = broadcastShapes("index", ...lists.map((list) => list.positions.shape));
  return {
    offset,
    shape,
    strides,
    lists: {
      shape: listShape,
      offsets: listOffsets(x, lists, listShape),
      place: separated ? 0 : place,
    },
    copies: true,
  };
}

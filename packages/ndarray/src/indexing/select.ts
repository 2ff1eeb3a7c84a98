import { broadcastShapes, broadcastStrides } from "../core/broadcast.ts";
import { IndexError, UnsupportedError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { formatShape, sizeOf } from "../core/shape.ts";
import { array } from "../creation/array.ts";
import { checkPosition, parseSlice, resolveSlice } from "./parse.ts";
import type { Index } from "./parse.ts";
import { gridOffsets } from "./offsets.ts";

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

interface List {
  readonly positions: NDArray;
  readonly axis: number;
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
        const found =
          entry.dtype === "bool" ? maskLists(x, entry, axis) : [{ positions: entry, axis }];
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

function toEntry(entry: Index): number | string | null | NDArray {
  if (typeof entry === "string") return entry.trim() === "..." ? "..." : entry;
  if (entry === null || typeof entry === "number") return entry;
  const list = entry instanceof NDArray ? entry : listArray(entry);
  if (list.dtype === "float64" || list.dtype === "float32") {
    throw new IndexError(
      `index: an array used as index holds integers or booleans, got ${list.dtype}; use astype("int32")`,
    );
  }
  if (list.dtype === "bool" && list.ndim === 0) {
    throw new UnsupportedError("index: a 0-d boolean as index is not supported");
  }
  return list;
}

function listArray(entry: readonly number[] | readonly boolean[]): NDArray {
  if (!Array.isArray(entry)) {
    throw new IndexError(
      `index: expected an integer, a slice string, null or an array, got ${String(entry)}`,
    );
  }
  const isMask = entry.length > 0 && typeof entry[0] === "boolean";
  for (const item of entry as readonly unknown[]) {
    if (isMask ? typeof item !== "boolean" : !Number.isInteger(item)) {
      throw new IndexError(
        `index: a list used as index holds whole numbers or booleans, got ${String(item)}`,
      );
    }
  }
  return array(entry, { dtype: isMask ? "bool" : "int32" });
}

function axesOf(entry: number | string | null | NDArray): number {
  if (entry === null || entry === "...") return 0;
  return entry instanceof NDArray && entry.dtype === "bool" ? entry.ndim : 1;
}

/** A mask of k axes is k lists: the positions of its true elements along each axis. */
function maskLists(x: NDArray, mask: NDArray, axis: number): List[] {
  for (let i = 0; i < mask.ndim; i++) {
    // An empty mask selects nothing of any axis.
    if (mask.shape[i] !== x.shape[axis + i] && mask.shape[i] !== 0) {
      throw new IndexError(
        `index: a mask of shape ${formatShape(mask.shape)} does not match axis ${axis + i} of size ${x.shape[axis + i]}`,
      );
    }
  }
  return truePositions(mask).map((positions, i) => ({
    positions: new NDArray(positions, [positions.length], "int32"),
    axis: axis + i,
  }));
}

/** For each axis, the positions of the elements that are not 0, in C order. */
export function truePositions(a: NDArray): Int32Array[] {
  const flat = a.toTyped();
  let count = 0;
  for (let i = 0; i < flat.length; i++) if (flat[i] !== 0) count++;
  const result = a.shape.map(() => new Int32Array(count));
  const counter = new Array<number>(a.ndim).fill(0);
  for (let i = 0, found = 0; i < flat.length; i++) {
    if (flat[i] !== 0) {
      for (let axis = 0; axis < a.ndim; axis++) result[axis][found] = counter[axis];
      found++;
    }
    for (let axis = a.ndim - 1; axis >= 0; axis--) {
      counter[axis] = counter[axis] + 1;
      if (counter[axis] < a.shape[axis]) break;
      counter[axis] = 0;
    }
  }
  return result;
}

/** The distance in the buffer of each element that the broadcast lists name. */
function listOffsets(
  x: NDArray,
  lists: readonly List[],
  shape: readonly number[],
): Int32Array | Float64Array {
  const size = sizeOf(shape);
  const total = x.data.length < 2 ** 31 ? new Int32Array(size) : new Float64Array(size);
  for (const { positions, axis } of lists) {
    const n = x.shape[axis];
    const step = x.strides[axis];
    const { data } = positions;
    const where = gridOffsets(
      shape,
      broadcastStrides(positions.shape, positions.strides, shape),
      positions.offset,
    );
    for (let i = 0; i < size; i++) {
      const position = data[where[i]];
      if (position < -n || position >= n) checkPosition("index", position, axis, n);
      total[i] = total[i] + (position < 0 ? position + n : position) * step;
    }
  }
  return total;
}

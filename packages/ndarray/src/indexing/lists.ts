import { broadcastStrides } from "../core/broadcast.ts";
import { IndexError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { formatShape, sizeOf } from "../core/shape.ts";
import { gridOffsets } from "./offsets.ts";
import { checkPosition } from "./parse.ts";

/** Integer positions along one axis. */
export interface List {
  readonly positions: NDArray;
  readonly axis: number;
}

/** The lists that an integer array or a mask stands for. */
export function listsOf(x: NDArray, entry: NDArray, axis: number): List[] {
  return entry.dtype === "bool" ? maskLists(x, entry, axis) : [{ positions: entry, axis }];
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
export function listOffsets(
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

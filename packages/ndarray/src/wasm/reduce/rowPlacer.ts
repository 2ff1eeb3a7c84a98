import type { TypedArray } from "../../core/dtype.ts";
import type { FloatType } from "../asm/index.ts";
import { addressOf, bytesOf } from "../floatArray.ts";
import type { Area } from "../memory/area.ts";

/** Rows of contiguous columns, `rowStride` elements apart. */
export interface Rows {
  readonly x: TypedArray;
  readonly offset: number;
  readonly rowStride: number;
  readonly columns: number;
}

/** Where rows are for a kernel, and how many bytes apart. */
export interface RowsPlace {
  readonly address: number;
  readonly row: number;
}

/** Where some of the rows are: in place in the heap, else copied to the area, at most `most` at a time. */
export function rowPlacer(
  area: Area,
  type: FloatType,
  inHeap: boolean,
  { x, offset, rowStride, columns }: Rows,
  most: number,
): (first: number, rows: number) => RowsPlace {
  const bytes = bytesOf(type);
  if (inHeap)
    return (first) => ({
      address: addressOf(x, offset + first * rowStride),
      row: rowStride * bytes,
    });
  const address = area.take(most * columns * bytes);
  return (first, rows) => {
    const view = area.viewLike(x);
    const from = offset + first * rowStride;
    if (rowStride === columns) view.set(x.subarray(from, from + rows * columns), address / bytes);
    else
      for (let r = 0; r < rows; r++) {
        const start = from + r * rowStride;
        view.set(x.subarray(start, start + columns), address / bytes + r * columns);
      }
    return { address, row: columns * bytes };
  };
}

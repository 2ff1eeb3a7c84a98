import type { FloatArray } from "../floatArray.ts";
import type { Area } from "../memory/area.ts";
import { copyIn } from "../memory/copyIn.ts";
import type { Matrix } from "./matrixProduct.ts";

/** A strided matrix in a typed array; offset and strides in elements. */
export interface ArrayMatrix {
  readonly data: FloatArray;
  readonly offset: number;
  readonly row: number;
  readonly column: number;
}

/**
 * Copies a matrix (m, n) into a kernel's memory.
 *
 * As it lies, gaps and all, when at least half of what it spans belongs to it (one fast copy, and
 * the kernels take any strides); else element by element.
 */
export function stageIn(area: Area, matrix: ArrayMatrix, m: number, n: number): Matrix {
  const { data, offset, row, column } = matrix;
  const bytes = data.BYTES_PER_ELEMENT;
  const low = offset + Math.min(0, (m - 1) * row) + Math.min(0, (n - 1) * column);
  const span = Math.abs((m - 1) * row) + Math.abs((n - 1) * column) + 1;
  if (span <= 2 * m * n) {
    const address = area.take(span * bytes);
    copyIn(area, data, low, span, address);
    return { address: address + (offset - low) * bytes, row: row * bytes, column: column * bytes };
  }
  const address = area.take(m * n * bytes);
  const view = area.viewLike(data);
  let to = address / bytes;
  for (let i = 0; i < m; i++)
    for (let j = 0, from = offset + i * row; j < n; j++, from += column) view[to++] = data[from];
  return { address, row: n * bytes, column: bytes };
}

/** Room for a result (m, n), contiguous along the direction in which the target is. */
export function stageOut(area: Area, target: ArrayMatrix, m: number, n: number): Matrix {
  const bytes = target.data.BYTES_PER_ELEMENT;
  const address = area.take(m * n * bytes);
  return byColumns(target, n)
    ? { address, row: bytes, column: m * bytes }
    : { address, row: n * bytes, column: bytes };
}

/** Copies a result made by `stageOut` to its target. */
export function copyBack(
  area: Area,
  from: Matrix,
  target: ArrayMatrix,
  m: number,
  n: number,
): void {
  if (byColumns(target, n)) copyRows(area, from.address, target, target.column, n, target.row, m);
  else copyRows(area, from.address, target, target.row, m, target.column, n);
}

function byColumns({ row, column }: ArrayMatrix, n: number): boolean {
  return row === 1 && column !== 1 && n > 1;
}

/** `count` dense series of `length` numbers go where `series` and `step` say. */
function copyRows(
  area: Area,
  address: number,
  { data, offset }: ArrayMatrix,
  series: number,
  count: number,
  step: number,
  length: number,
): void {
  const view = area.viewLike(data);
  const first = address / data.BYTES_PER_ELEMENT;
  if ((step === 1 || length === 1) && (series === length || count === 1)) {
    data.set(view.subarray(first, first + count * length), offset);
    return;
  }
  for (let i = 0; i < count; i++) {
    const from = first + i * length;
    let to = offset + i * series;
    if (step === 1) data.set(view.subarray(from, from + length), to);
    else for (let j = 0; j < length; j++, to += step) data[to] = view[from + j];
  }
}

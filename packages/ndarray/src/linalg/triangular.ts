// M: order of the triangle; K: columns of the right-hand side.
import { gemmKernel } from "../kernels.ts";

const BLOCK = 32;

/** Which triangle of a row-major matrix is meant, and how it is read. */
export interface Triangle {
  readonly lower: boolean;
  /** Whether the diagonal counts as ones, whatever it holds. */
  readonly unit: boolean;
}

/**
 * Solves `T X = B` in place for T (M, M) and B (M, K): block by block, what is solved so far is
 * subtracted from the rest by one matrix product. Element `(i, j)` of T is
 * `t[tOffset + i * tRow + j * tCol]`, so a transpose is read by exchanging the steps; B's rows are
 * `bRow` apart. The diagonal is not zero.
 */
export function solveInPlace(
  { lower, unit }: Triangle,
  m: number,
  t: Float64Array,
  tOffset: number,
  tRow: number,
  tCol: number,
  k: number,
  b: Float64Array,
  bOffset: number,
  bRow: number,
): void {
  const gemm = gemmKernel("float64");
  for (let done = 0; done < m; done += BLOCK) {
    const size = Math.min(BLOCK, m - done);
    const first = lower ? done : m - done - size;
    const corner = tOffset + first * (tRow + tCol);
    solveBlock(lower, unit, size, t, corner, tRow, tCol, k, b, bOffset + first * bRow, bRow);
    const rest = m - done - size;
    if (rest === 0) continue;
    const from = lower ? first + size : 0;
    gemm(
      rest,
      k,
      size,
      -1,
      t,
      tOffset + from * tRow + first * tCol,
      tRow,
      tCol,
      b,
      bOffset + first * bRow,
      bRow,
      1,
      1,
      b,
      bOffset + from * bRow,
      bRow,
      1,
    );
  }
}

function solveBlock(
  lower: boolean,
  unit: boolean,
  size: number,
  t: Float64Array,
  tOffset: number,
  tRow: number,
  tCol: number,
  k: number,
  b: Float64Array,
  bOffset: number,
  bRow: number,
): void {
  for (let step = 0; step < size; step++) {
    const i = lower ? step : size - 1 - step;
    const row = bOffset + i * bRow;
    const end = lower ? i : size;
    for (let j = lower ? 0 : i + 1; j < end; j++) {
      const factor = t[tOffset + i * tRow + j * tCol];
      if (factor === 0) continue;
      const solved = bOffset + j * bRow;
      for (let c = 0; c < k; c++) b[row + c] = b[row + c] - factor * b[solved + c];
    }
    if (unit) continue;
    const diagonal = t[tOffset + i * (tRow + tCol)];
    for (let c = 0; c < k; c++) b[row + c] = b[row + c] / diagonal;
  }
}

/**
 * A matrix (N, D) that is mostly zeros, in compressed rows: the entries of row i are `values[e]` in column
 * `columns[e]` for e from `starts[i]` up to `starts[i + 1]`.
 */
export interface Csr {
  /** N */
  readonly rows: number;
  /** D */
  readonly width: number;
  /** (N + 1) */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Packs rows of (column, value) entries. Throws RangeError for a column outside `width`. */
export function csrOf(rows: readonly ReadonlyMap<number, number>[], width: number): Csr {
  const starts = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) starts[i + 1] = starts[i] + row.size;
  const columns = new Int32Array(starts[rows.length]);
  const values = new Float64Array(starts[rows.length]);
  let at = 0;
  for (const row of rows) {
    for (const [column, value] of row) {
      if (!(column >= 0 && column < width)) {
        throw new RangeError(`csrOf: expected columns 0 to ${width - 1}, found ${column}`);
      }
      columns[at] = column;
      values[at] = value;
      at++;
    }
  }
  return { rows: rows.length, width, starts, columns, values };
}

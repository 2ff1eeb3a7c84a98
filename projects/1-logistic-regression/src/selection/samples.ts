import { selectRows, type Table } from "../data/table.ts";

/** Rows of a table with their labels, 0 and 1. */
export interface Samples {
  readonly table: Table;
  readonly labels: readonly number[];
}

/** The rows with these numbers, in that order. */
export function selectSamples(samples: Samples, rows: readonly number[]): Samples {
  return {
    table: selectRows(samples.table, rows),
    labels: rows.map((row) => samples.labels[row]),
  };
}

/** The rows of both, the first's first. */
export function joinSamples(a: Samples, b: Samples): Samples {
  const columns = Object.fromEntries(
    a.table.names.map((name) => [name, [...a.table.columns[name], ...b.table.columns[name]]]),
  );
  return {
    table: { names: a.table.names, columns, rows: a.table.rows + b.table.rows },
    labels: [...a.labels, ...b.labels],
  };
}

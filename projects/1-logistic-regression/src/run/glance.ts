import { op, table as arqueroTable } from "arquero";
import type { Table } from "../data/table.ts";

export interface ColumnGlance {
  readonly name: string;
  readonly missing: number;
  readonly different: number;
  /** Smallest, median and largest of a column of numbers; the most frequent text of others. */
  readonly summary: string;
}

/** How often the positive class comes in the rows of one text of a column. */
export interface RateGlance {
  readonly text: string;
  readonly rows: number;
  readonly positives: number;
}

export interface Glance {
  readonly columns: readonly ColumnGlance[];
  readonly rates: readonly { readonly column: string; readonly groups: readonly RateGlance[] }[];
}

/** Columns with more different texts are not shown group by group. */
const mostGroups = 6;

/** What is in a table: each column in a line, and the positives by group for columns of few texts. */
export function glanceAt(table: Table, label: string, labels: readonly number[]): Glance {
  const columns = table.names
    .filter((name) => name !== label)
    .map((name) => glanceAtColumn(name, table.columns[name]));
  const grouped = columns.filter(({ different }) => different >= 2 && different <= mostGroups);
  const rates = grouped.map(({ name }) => ({
    column: name,
    groups: ratesBy(table.columns[name], labels),
  }));
  return { columns, rates };
}

/** Rows and positives for each text of a column (N); labels (N) are 0 and 1. */
export function ratesBy(
  column: readonly (string | null)[],
  labels: readonly number[],
): RateGlance[] {
  const groups = arqueroTable({ text: column.map((text) => text ?? "(missing)"), label: labels })
    .groupby("text")
    .rollup({ rows: op.count(), positives: op.sum("label") })
    .orderby("text");
  return Array.from({ length: groups.numRows() }, (_, i) => ({
    text: String(groups.get("text", i)),
    rows: Number(groups.get("rows", i)),
    positives: Number(groups.get("positives", i)),
  }));
}

function glanceAtColumn(name: string, cells: readonly (string | null)[]): ColumnGlance {
  const present = cells.filter((cell) => cell !== null);
  const facts = { name, missing: cells.length - present.length };
  const different = new Set(present).size;
  if (present.length === 0) return { ...facts, different, summary: "empty" };
  const numbers = present.map(Number);
  const isNumeric = numbers.every((value) => Number.isFinite(value));
  if (!isNumeric && different === present.length) {
    return { ...facts, different, summary: "no text twice" };
  }
  const summary = arqueroTable({ cell: isNumeric ? numbers : present }).rollup({
    low: op.min("cell"),
    middle: isNumeric ? op.median("cell") : op.mode("cell"),
    high: op.max("cell"),
  });
  const [low, middle, high] = ["low", "middle", "high"].map((part) => String(summary.get(part, 0)));
  return {
    ...facts,
    different,
    summary: isNumeric ? `${low} to ${high}, median ${middle}` : `most often ${middle}`,
  };
}

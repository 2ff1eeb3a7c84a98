import { InputError } from "../input-error.ts";
import { columnOf, type Table } from "./table.ts";

/** A column that becomes a feature, and how its cells are read. */
export interface ColumnSpec {
  readonly name: string;
  readonly kind: "number" | "text";
}

/** A text column with more different texts than this is a name or an id, not a category. */
const mostCategories = 30;

/**
 * Decides what each column of a table is: numbers where nine in ten of its cells are numbers (the odd
 * text in it is then an error, see `numbersOf`), a category where its texts repeat. Columns with too
 * many different texts, or with one value only, are listed in `ignored` with the reason.
 */
export function inferColumns(
  table: Table,
  label: string,
  drop: readonly string[] = [],
): { specs: ColumnSpec[]; ignored: { name: string; why: string }[] } {
  for (const name of drop) columnOf(table, name);
  const specs: ColumnSpec[] = [];
  const ignored: { name: string; why: string }[] = [];
  for (const name of table.names) {
    if (name === label || drop.includes(name)) continue;
    const present = columnOf(table, name).filter((text) => text !== null);
    const different = new Set(present).size;
    const numeric = present.filter((text) => Number.isFinite(Number(text))).length;
    if (different < 2) ignored.push({ name, why: "it has fewer than two different values" });
    else if (numeric >= 0.9 * present.length) specs.push({ name, kind: "number" });
    else if (different > mostCategories)
      ignored.push({ name, why: `it has ${different} different texts` });
    else specs.push({ name, kind: "text" });
  }
  if (specs.length === 0) throw new InputError("no column is left to learn from beside the label");
  return { specs, ignored };
}

import { table as arqueroTable } from "arquero";
import type { ColumnTable } from "arquero";
import { InputError } from "../input-error.ts";
import { parseCsv } from "./parse-csv.ts";

/** A cell is a text, or null where it is missing. */
export type TextColumn = (string | null)[];

/** A CSV file's columns by name, in the file's order. */
export interface Table {
  readonly names: readonly string[];
  readonly columns: Readonly<Record<string, TextColumn>>;
  readonly rows: number;
}

/** Spellings of a missing cell, besides the empty one. */
const missing = new Set(["", "NA", "N/A", "NaN", "nan", "null", "NULL"]);

/**
 * Reads a CSV text with a header line; `source` (a file's name) opens every message. Cells keep their
 * text without surrounding blanks. Throws InputError for an empty file, a header without rows, a name
 * that comes twice and a line with too few or too many fields.
 */
export function readTable(csv: string, source: string): Table {
  const records = naming(source, () => parseCsv(csv));
  const [header, ...body] = records;
  if (header === undefined)
    throw new InputError(`${source}: the file is empty; expected a CSV with a header line`);
  const names = header.fields.map((name) => name.trim());
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new InputError(`${source}: two columns are named "${twice}"`);
  if (body.length === 0) {
    throw new InputError(`${source}: there is a header line but no row below it`);
  }
  for (const { line, fields } of body) {
    if (fields.length !== names.length) {
      throw new InputError(
        `${source}: line ${line} has ${fields.length} fields, the header has ${names.length}`,
      );
    }
  }
  const columns = Object.fromEntries(
    names.map((name, j) => [name, body.map(({ fields }) => cell(fields[j]))]),
  );
  return { names, columns, rows: body.length };
}

/** The rows with these numbers, in that order. */
export function selectRows(table: Table, rows: readonly number[]): Table {
  const columns = Object.fromEntries(
    table.names.map((name) => [name, rows.map((row) => table.columns[name][row])]),
  );
  return { names: table.names, columns, rows: rows.length };
}

/** A column by name; throws InputError that lists the columns there are. */
export function columnOf(table: Table, name: string): TextColumn {
  if (!table.names.includes(name)) {
    throw new InputError(
      `column "${name}" is missing; the table has ${table.names.map((known) => `"${known}"`).join(", ")}`,
    );
  }
  return table.columns[name];
}

/** A column as numbers, null where missing; throws InputError for the first text that is no finite number. */
export function numbersOf(table: Table, name: string): (number | null)[] {
  return columnOf(table, name).map((text, row) => {
    if (text === null) return null;
    const value = Number(text);
    if (!Number.isFinite(value)) {
      throw new InputError(
        `column "${name}", row ${row + 1}: a number belongs here, found "${text}"; leave the cell empty if it is not known`,
      );
    }
    return value;
  });
}

/** The same table for looking at with arquero. */
export function toArquero(table: Table): ColumnTable {
  return arqueroTable(table.names.map((name) => [name, table.columns[name]]));
}

function cell(text: string): string | null {
  const trimmed = text.trim();
  return missing.has(trimmed) ? null : trimmed;
}

/** Puts the file's name before the message of an InputError. */
export function naming<T>(source: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${source}: ${error.message}`);
    throw error;
  }
}

import { parseCsv, parseTsv, type Delimited, type MalformedLine } from "./delimited.ts";
import { InputError } from "./input-error.ts";
import { plural } from "./problem.ts";
import { readTextFile } from "./text-file.ts";

/** One row of the user's file by column. Cells of a CSV or TSV file are strings. */
export interface RawRecord {
  readonly line: number;
  readonly cells: ReadonlyMap<string, unknown>;
}

export interface Records {
  readonly columns: readonly string[];
  readonly records: readonly RawRecord[];
  /** Lines that were left out. */
  readonly malformed: readonly MalformedLine[];
}

export const supportedKinds = ".csv, .tsv, .jsonl (also with .gz)";

/**
 * Reads a CSV or TSV file with a header line, or JSON lines. With `malformed` "error" lines that cannot
 * be read throw InputError, which names them; with "skip" they are left out and listed.
 */
export async function readRecords(path: string, malformed: "error" | "skip"): Promise<Records> {
  const kind = /\.(csv|tsv|tab|jsonl|ndjson)(?:\.gz)?$/i.exec(path)?.[1].toLowerCase();
  if (kind === undefined) {
    throw new InputError(`${path}: expected a file whose name ends in ${supportedKinds}`);
  }
  const text = await readTextFile(path);
  const records =
    kind === "jsonl" || kind === "ndjson"
      ? jsonLines(text)
      : withHeader(path, kind === "csv" ? parseCsv(text, delimiterOf(text)) : parseTsv(text));
  if (records.malformed.length > 0 && malformed === "error") {
    const shown = records.malformed.slice(0, 5).map(({ line, why }) => `\n  line ${line}: ${why}`);
    const more = records.malformed.length > 5 ? "\n  ..." : "";
    throw new InputError(
      `${path}: ${plural(records.malformed.length, "line")} cannot be read:${shown.join("")}${more}\nCorrect them, or leave them out with --skip-malformed.`,
    );
  }
  if (records.records.length === 0) throw new InputError(`${path}: there are no rows of data`);
  return records;
}

/** Spreadsheets of countries with a decimal comma write semicolons. */
function delimiterOf(text: string): "," | ";" {
  const header = text.slice(0, Math.max(0, text.indexOf("\n")) || text.length);
  return !header.includes(",") && header.includes(";") ? ";" : ",";
}

function withHeader(path: string, { rows, malformed }: Delimited): Records {
  const header = rows.at(0);
  if (header === undefined) throw new InputError(`${path}: there is no header line`);
  const columns = header.fields.map((name) => name.trim());
  const repeated = columns.find((name, i) => columns.indexOf(name) < i);
  if (repeated !== undefined) {
    throw new InputError(`${path}, line ${header.line}: two columns are named "${repeated}"`);
  }
  const bad: MalformedLine[] = [...malformed];
  const records: RawRecord[] = [];
  for (const { line, fields } of rows.slice(1)) {
    if (fields.length === columns.length) {
      records.push({ line, cells: new Map(columns.map((name, j) => [name, fields[j]])) });
    } else {
      const expected = plural(columns.length, "field");
      bad.push({ line, why: `expected ${expected} as in the header, found ${fields.length}` });
    }
  }
  return { columns, records, malformed: bad.toSorted((a, b) => a.line - b.line) };
}

function jsonLines(text: string): Records {
  const columns = new Set<string>();
  const records: RawRecord[] = [];
  const malformed: MalformedLine[] = [];
  for (const [index, content] of text.split("\n").entries()) {
    const line = index + 1;
    if (content.trim() === "") continue;
    const value = parsed(content);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const cells = new Map<string, unknown>(Object.entries(value));
      for (const name of cells.keys()) columns.add(name);
      records.push({ line, cells });
    } else {
      malformed.push({
        line,
        why: 'expected a JSON object such as {"text": "...", "label": "..."}',
      });
    }
  }
  return { columns: [...columns], records, malformed };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

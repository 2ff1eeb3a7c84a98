import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { pipeline } from "node:stream";
import { DataError } from "../data/labelled-text.ts";
import { csvRows } from "./csv-rows.ts";

/** One text of a file. */
export interface InputText {
  text: string;
  /** As the file has it, where it has one. */
  id?: string | number;
}

export interface ReadOptions {
  /** The column or member that holds the text. */
  textColumn: string;
  /** The one that holds an id. */
  idColumn: string;
}

/**
 * The texts of a .csv, .jsonl or .ndjson file, also one that ends in .gz, one after the other and never all
 * in memory. Throws `DataError` that names the row.
 */
export async function* readTexts(
  path: string,
  { textColumn, idColumn }: ReadOptions,
): AsyncGenerator<InputText> {
  const [, kind, gz] = /\.(csv|jsonl|ndjson)(\.gz)?$/i.exec(path) ?? [];
  if (kind === undefined) {
    throw new DataError(
      `${path}: expected a name that ends in .csv, .jsonl or .ndjson, or these with .gz`,
    );
  }
  const file = createReadStream(path);
  const bytes = gz ? pipeline(file, createGunzip(), () => {}) : file;
  try {
    if (kind.toLowerCase() === "csv") yield* fromCsv(bytes.setEncoding("utf8"), path);
    else yield* fromJsonLines(createInterface({ input: bytes, crlfDelay: Infinity }), path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    throw new DataError(`${path} cannot be read (${code})`);
  } finally {
    file.destroy();
  }

  async function* fromCsv(pieces: AsyncIterable<string>, path: string): AsyncGenerator<InputText> {
    let at: { text: number; id: number; width: number } | undefined;
    let number = 0;
    for await (const row of csvRows(pieces)) {
      number += 1;
      if (!at) {
        const names = row.map((name) => name.replace(/^\uFEFF/, "").trim());
        at = { text: names.indexOf(textColumn), id: names.indexOf(idColumn), width: names.length };
        if (at.text < 0) {
          throw new DataError(`${path}: no column ${textColumn}; there are ${names.join(", ")}`);
        }
        continue;
      }
      if (row.length !== at.width) {
        throw new DataError(
          `${path}, row ${number}: expected ${at.width} fields, found ${row.length}`,
        );
      }
      yield { text: row[at.text], ...(at.id >= 0 && { id: row[at.id] }) };
    }
  }

  async function* fromJsonLines(
    lines: AsyncIterable<string>,
    path: string,
  ): AsyncGenerator<InputText> {
    let number = 0;
    for await (const line of lines) {
      number += 1;
      if (line.trim() === "") continue;
      const where = `${path}, line ${number}`;
      let json: unknown;
      try {
        json = JSON.parse(number === 1 ? line.replace(/^\uFEFF/, "") : line);
      } catch {
        throw new DataError(`${where} is no JSON`);
      }
      if (typeof json !== "object" || json === null) throw new DataError(`${where} is no object`);
      const members = new Map<string, unknown>(Object.entries(json));
      const text = members.get(textColumn);
      if (typeof text !== "string") throw new DataError(`${where}: ${textColumn} is no text`);
      const id = members.get(idColumn);
      yield { text, ...((typeof id === "string" || typeof id === "number") && { id }) };
    }
  }
}

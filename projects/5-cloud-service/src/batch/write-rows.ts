import { DataError } from "../data/labelled-text.ts";
import type { InputText } from "./read-texts.ts";
import type { Scored } from "./scored.ts";

/** How rows of the output are written. */
export interface RowFormat {
  /** What opens the file. */
  header: string;
  rows(texts: readonly InputText[], scored: readonly Scored[], first: number): string;
}

const field = (value: string | number) =>
  /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

/** By the output's name: .csv or .jsonl. Rows are numbered from 1. */
export function rowFormat(output: string): RowFormat {
  if (/\.csv$/i.test(output)) {
    return {
      header: "row,id,label,score\n",
      rows: (texts, scored, first) =>
        texts
          .map(({ id = "" }, i) =>
            [first + i + 1, id, scored[i].label, scored[i].score].map(field).join(","),
          )
          .join("\n")
          .concat("\n"),
    };
  }
  if (!/\.(jsonl|ndjson)$/i.test(output)) {
    throw new DataError(`${output}: expected a name that ends in .csv, .jsonl or .ndjson`);
  }
  return {
    header: "",
    rows: (texts, scored, first) =>
      texts
        .map(({ id }, i) =>
          JSON.stringify({ row: first + i + 1, ...(id !== undefined && { id }), ...scored[i] }),
        )
        .join("\n")
        .concat("\n"),
  };
}

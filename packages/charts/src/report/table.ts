import { escapeMarkup } from "../escape-markup.ts";

export type Cell = string | number | null;

export interface Column {
  readonly label: string;
  /** Default: right for a column of numbers, left otherwise. */
  readonly align?: "left" | "right";
  /** How a number is written; default: up to four significant digits. */
  readonly format?: (value: number) => string;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly caption?: string;
}

/** A table as HTML: the first column names the rows, numbers stand to the right, null is a dash. Throws a RangeError for a row of another length. */
export function tableHtml({ columns, rows, caption }: Table): string {
  for (const [index, row] of rows.entries()) {
    if (row.length !== columns.length) {
      throw new RangeError(
        `report: row ${index} of table "${caption ?? columns[0]?.label ?? ""}": expected ${columns.length} cells, found ${row.length}`,
      );
    }
  }
  const align = columns.map(
    ({ align }, j) =>
      align ??
      (rows.length > 0 && rows.every((row) => typeof row[j] !== "string") ? "right" : "left"),
  );
  const cell = (tag: string, j: number, content: string, extra = "") =>
    `<${tag}${extra}${align[j] === "right" ? ' class="number"' : ""}>${content}</${tag}>`;
  const head = columns
    .map(({ label }, j) => cell("th", j, escapeMarkup(label), ' scope="col"'))
    .join("");
  const body = rows.map((row) => {
    const cells = row.map((value, j) => {
      const text = escapeMarkup(cellText(value, columns[j]));
      return j === 0 ? cell("th", j, text, ' scope="row"') : cell("td", j, text);
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const title = caption === undefined ? "" : `<caption>${escapeMarkup(caption)}</caption>`;
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeMarkup(caption ?? "Table")}"><table>${title}<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

function cellText(value: Cell, column: Column | undefined): string {
  if (value === null) return "\u2013";
  if (typeof value === "string") return value;
  if (column?.format) return column.format(value);
  return Number.isInteger(value)
    ? value.toLocaleString("en-US")
    : String(Number(value.toPrecision(4)));
}

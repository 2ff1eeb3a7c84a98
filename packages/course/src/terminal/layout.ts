import { stripStyle, visibleWidth } from "./style.ts";

/** Breaks a text into lines of at most `width` columns; words longer than that stay whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    // Two blanks within a line part two things; only where a line breaks do they go.
    for (const word of paragraph.trim().split(" ")) {
      if (line !== "" && visibleWidth(line) + 1 + visibleWidth(word) > width) {
        lines.push(line.trimEnd());
        line = word;
      } else {
        line = line === "" ? word : `${line} ${word}`;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** Puts `indent` before each line. */
export function indent(lines: readonly string[], by: string): string[] {
  return lines.map((line) => (line === "" ? "" : by + line));
}

/** Fills up with blanks on the right. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - visibleWidth(text)));
}

/** Fills up with blanks on the left. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - visibleWidth(text))) + text;
}

/** Cuts a text to `width` columns; a cut one loses its colours and ends in "...". */
export function truncate(text: string, width: number): string {
  if (visibleWidth(text) <= width) return text;
  return `${Array.from(stripStyle(text))
    .slice(0, Math.max(0, width - 3))
    .join("")}...`;
}

/** `left` and `right` at the two ends of one line. */
export function spread(left: string, right: string, width: number): string {
  const gap = width - visibleWidth(left) - visibleWidth(right);
  return gap < 2 ? `${left}  ${right}` : left + " ".repeat(gap) + right;
}

/** Rows in columns as wide as their widest cell, two blanks apart; numbers align right on request. */
export function table(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) {
      widths[i] = Math.max(widths[i] ?? 0, visibleWidth(cell));
    }
  }
  return rows.map((row) =>
    row
      .map((cell, i) => (right.includes(i) ? padStart(cell, widths[i]) : padEnd(cell, widths[i])))
      .join("  ")
      .trimEnd(),
  );
}

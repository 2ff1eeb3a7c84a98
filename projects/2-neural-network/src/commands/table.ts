/** Text in columns: the first left, the others right, two spaces between. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** A share as a percentage with two digits behind the point. */
export function percentage(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}

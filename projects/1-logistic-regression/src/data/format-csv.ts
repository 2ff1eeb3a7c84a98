/** A line of CSV: fields that hold a comma, a quote or a line break (or begin or end with a blank) stand in quotes. */
export function formatCsvLine(fields: readonly string[]): string {
  return `${fields.map((field) => quoted(field)).join(",")}\n`;
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

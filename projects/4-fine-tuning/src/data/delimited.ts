/** A record of a CSV or TSV file and the number of the line it begins on. */
export interface DelimitedRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A line that cannot be read, counted from 1. */
export interface MalformedLine {
  readonly line: number;
  readonly why: string;
}

export interface Delimited {
  readonly rows: readonly DelimitedRow[];
  readonly malformed: readonly MalformedLine[];
}

/**
 * The records of a CSV text as in RFC 4180: fields between delimiters, quotes around what holds
 * delimiters, line breaks or (doubled) quotes, lines ending in LF or CRLF. Empty lines are skipped. After
 * a bad quote reading goes on with the next line, so that one fault does not hide another.
 */
export function parseCsv(text: string, delimiter: "," | ";" = ","): Delimited {
  const rows: DelimitedRow[] = [];
  const malformed: MalformedLine[] = [];
  let position = 0;
  let line = 1;
  while (position < text.length) {
    const record = readRecord(text, position, delimiter);
    if (typeof record === "string") {
      malformed.push({ line, why: record });
      position = nextLine(text, position);
      line++;
      continue;
    }
    const { fields, end } = record;
    if (fields.length > 1 || fields[0] !== "") rows.push({ line, fields });
    for (let at = position; at < end; at++) if (text[at] === "\n") line++;
    position = end;
  }
  return { rows, malformed };
}

/**
 * The records of a TSV text: one a line, fields between tabs. Quotes are part of the text, as in the
 * files of GLUE, save where they stand round a whole field, as spreadsheets write them.
 */
export function parseTsv(text: string): Delimited {
  const rows: DelimitedRow[] = [];
  for (const [index, whole] of text.split("\n").entries()) {
    const content = whole.endsWith("\r") ? whole.slice(0, -1) : whole;
    if (content === "") continue;
    rows.push({ line: index + 1, fields: content.split("\t").map(unquoted) });
  }
  return { rows, malformed: [] };
}

function unquoted(field: string): string {
  const isQuoted = field.length > 1 && /^"(?:[^"]|"")*"$/.test(field);
  return isQuoted ? field.slice(1, -1).replaceAll('""', '"') : field;
}

/** A record from `start` and where the next one begins, or what is wrong with it. */
function readRecord(
  text: string,
  start: number,
  delimiter: string,
): { fields: string[]; end: number } | string {
  const fields: string[] = [];
  let position = start;
  for (;;) {
    const field =
      text[position] === '"' ? readQuoted(text, position) : readBare(text, position, delimiter);
    if (typeof field === "string") return field;
    let { end } = field;
    if (text[end] === "\r" && (text[end + 1] === "\n" || end + 1 === text.length)) end++;
    const stop = text[end];
    if (stop !== undefined && stop !== "\n" && stop !== delimiter) {
      return `after the closing quote of field ${fields.length + 1} a "${delimiter}" or the line's end must follow, found "${stop}"; double the quotes inside a field`;
    }
    fields.push(field.value);
    position = end + 1;
    if (stop !== delimiter) return { fields, end: Math.min(position, text.length) };
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function readBare(text: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end++;
  // The carriage return belongs to the line's end.
  if (text[end - 1] === "\r" && end > start && text[end] !== delimiter) end--;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): Field | string {
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return "a quote opens here and never closes";
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

function nextLine(text: string, position: number): number {
  const end = text.indexOf("\n", position);
  return end < 0 ? text.length : end + 1;
}

import { InputError } from "../input-error.ts";

/** A line of a CSV file and the number of the line it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: string[];
}

/**
 * The records of a CSV text as in RFC 4180: fields between commas, quotes around what holds commas,
 * line breaks or (doubled) quotes, lines ending in LF or CRLF. Empty lines and a byte-order mark are
 * skipped. Throws InputError with the line for an unclosed or a stray quote.
 */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let position = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  while (position < text.length) {
    const record: CsvRecord = { line, fields: [] };
    let isOpen = true;
    while (isOpen) {
      const field = readField(text, position, line);
      record.fields.push(field.value);
      ({ line } = field);
      isOpen = text[field.end] === ",";
      position = field.end + 1;
      if (text[field.end] === "\r") position++;
    }
    line++;
    if (record.fields.length > 1 || record.fields[0] !== "") records.push(record);
  }
  return records;
}

/** One field from `start`; `end` is where its comma, line break or the end of the text stands. */
function readField(
  text: string,
  start: number,
  line: number,
): { value: string; end: number; line: number } {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && !isFieldEnd(text, end)) end++;
    return { value: text.slice(start, end), end, line };
  }
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      throw new InputError(`line ${line}: a quote opens here and never closes`);
    }
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      if (end < text.length && !isFieldEnd(text, end)) {
        throw new InputError(
          `line ${line}: after the closing quote of "${value}" a comma or a line's end must follow, found "${text[end]}"`,
        );
      }
      return { value, end, line: line + value.split("\n").length - 1 };
    }
    value += '"';
    from = quote + 2;
  }
}

function isFieldEnd(text: string, position: number): boolean {
  const character = text[position];
  return (
    character === "," || character === "\n" || (character === "\r" && text[position + 1] === "\n")
  );
}

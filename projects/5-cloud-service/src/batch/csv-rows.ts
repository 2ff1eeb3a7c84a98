import { DataError } from "../data/labelled-text.ts";

/**
 * The rows of a CSV text that comes in pieces, by RFC 4180: fields in double quotes may hold commas, line
 * ends and doubled quotes. Lines may end with LF or CRLF; empty ones are left out. Throws `DataError` where the
 * text ends inside quotes: all rows from there on would be one field.
 */
export async function* csvRows(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let row: string[] = [];
  let field = "";
  let quoted = false;
  /** The last character was a quote inside quotes: the end of the field, or half of a doubled one. */
  let closing = false;
  for await (const piece of pieces) {
    for (const character of piece) {
      if (quoted && !closing) {
        if (character === '"') closing = true;
        else field += character;
        continue;
      }
      if (closing) {
        closing = false;
        if (character === '"') {
          field += character;
          continue;
        }
        quoted = false;
      }
      if (character === '"' && field === "") quoted = true;
      else if (character === ",") {
        row.push(field);
        field = "";
      } else if (character === "\n") {
        row.push(field.endsWith("\r") ? field.slice(0, -1) : field);
        if (row.length > 1 || row[0] !== "") yield row;
        row = [];
        field = "";
      } else field += character;
    }
  }
  if (quoted && !closing) {
    throw new DataError(`a quote is not closed: ${JSON.stringify(`"${field.slice(0, 40)}`)}`);
  }
  if (row.length > 0 || field !== "") yield [...row, field];
}

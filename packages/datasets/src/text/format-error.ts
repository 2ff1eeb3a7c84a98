const SHOWN = 60;

/** A line of a data file is not what it should be; the message names file and line, what was expected and what was found. */
export class DataFormatError extends Error {
  override readonly name = "DataFormatError";
  readonly file: string;
  /** Counted from 1, a header included. */
  readonly line: number;

  constructor(file: string, line: number, expected: string, found: string) {
    super(`${file}, line ${line}: expected ${expected}, found ${quote(found)}`);
    this.file = file;
    this.line = line;
  }
}

/** The start of a line as it can be printed: tabs and control characters escaped. */
function quote(found: string): string {
  if (found === "") return "an empty line";
  return JSON.stringify(found.length > SHOWN ? `${found.slice(0, SHOWN)}...` : found);
}

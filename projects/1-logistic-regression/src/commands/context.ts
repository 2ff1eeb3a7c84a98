/** Where a command writes, and what stops it. */
export interface Context {
  readonly out: (text: string) => void;
  /** Progress and warnings. */
  readonly err: (text: string) => void;
  readonly signal: AbortSignal;
  /** Whether `err` is a terminal: then progress rewrites its line. */
  readonly isTerminal: boolean;
}

/** A short line about what is going on; on a terminal it replaces the one before. */
export function progress({ err, isTerminal }: Context, line: string): void {
  err(isTerminal ? `\r\u001B[2K${line}` : `${line}\n`);
}

/** Takes the last progress line off a terminal. */
export function clearProgress({ err, isTerminal }: Context): void {
  if (isTerminal) err("\r\u001B[2K");
}

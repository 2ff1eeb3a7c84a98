/** A marker that breaks the rules, with the place where it stands. */
export class MarkerError extends Error {
  override name = "MarkerError";
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** What is wrong and what to do, without the place. */
  readonly problem: string;

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.file = file;
    this.line = line;
    this.problem = problem;
  }
}

/** A place in a source file. */
export interface Frame {
  /** Absolute path. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The function, where the stack names it. */
  readonly method: string;
}

/** An error as a test run reports it. */
export interface RawError {
  readonly name: string;
  readonly message: string;
  /** What a comparison expected and what it got, printed. */
  readonly expected?: string;
  readonly actual?: string;
  /** Both, line by line. */
  readonly diff?: string;
  /** Where it was thrown, innermost first; only files of the project. */
  readonly frames: readonly Frame[];
  readonly cause?: RawError;
}

/** What became of one test. */
export interface TestOutcome {
  /** Absolute path of the test file. */
  readonly file: string;
  /** The titles of its groups and its own, joined by blanks. */
  readonly name: string;
  readonly state: "passed" | "failed" | "skipped";
  /** Milliseconds. */
  readonly duration: number;
  readonly errors: readonly RawError[];
}

/** What a run found. */
export interface RunResult {
  readonly tests: readonly TestOutcome[];
  /** Test files that could not be run (loaded, or set up), with the reason. */
  readonly broken: readonly { readonly file: string; readonly errors: readonly RawError[] }[];
  /** Errors outside of any test. */
  readonly unhandled: readonly RawError[];
  /** What the code under test printed. */
  readonly printed: string;
}

/** What to run. */
export interface RunRequest {
  /** Regular expression on a test's name; null runs all. */
  readonly pattern: string | null;
  /** Absolute paths of the test files; null runs all. */
  readonly files: readonly string[] | null;
  /** Absolute paths of files that changed since the last run. */
  readonly changed: readonly string[];
}

/** How a runner starts. */
export interface RunnerOptions {
  /** The project's absolute folder. */
  readonly root: string;
  /** Resolve workspace packages to their TypeScript: inside the repository. */
  readonly source: boolean;
}

export type ToRunner =
  | { readonly kind: "start"; readonly options: RunnerOptions }
  | { readonly kind: "run"; readonly request: RunRequest }
  | { readonly kind: "stop" };

export type FromRunner =
  | { readonly kind: "ready" }
  | { readonly kind: "testing"; readonly name: string }
  | { readonly kind: "result"; readonly result: RunResult }
  | { readonly kind: "crashed"; readonly message: string };

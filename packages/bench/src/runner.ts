import type { Processes } from "./processes.ts";
import type { PythonHome } from "./python-home.ts";

/**
 * What one measurement gives: seconds of processor time and of wall clock for a single run, and
 * whatever other numbers the runner reports (`rss`, `accuracy`, `requestsPerSecond`).
 */
export interface Sample {
  readonly cpu: number;
  readonly wall: number;
  readonly [extra: string]: number;
}

/** A runner that is ready: data made, process started, nothing timed yet. */
export interface Session {
  /** Name and version of what runs, such as `{ numpy: "2.1.0" }`. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Runs `repeat` times and reports the mean of one run. */
  measure(repeat: number): Promise<Sample>;
  /** Frees what this case holds; a process that serves other cases lives on. */
  close(): Promise<void> | void;
}

export interface RunContext {
  /** Children started through it are stopped when the bench ends, however it ends. */
  readonly processes: Processes;
  /** How long one measurement in another process may take. */
  readonly timeoutSeconds: number;
  readonly quick: boolean;
}

/** One contestant in one case. */
export interface Runner {
  /** Throws `MissingPeer` when what it needs is not installed. */
  start(context: RunContext): Promise<Session>;
  /** The same contestant in another Python, where it is a Python script. */
  inPython?(python: PythonHome): Runner;
}

/** A contestant that this machine does not have; `get` says how to come by it. */
export class MissingPeer extends Error {
  override readonly name = "MissingPeer";
  readonly get: string;

  constructor(why: string, get: string) {
    super(why);
    this.get = get;
  }
}

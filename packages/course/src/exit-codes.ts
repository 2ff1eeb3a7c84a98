/** What the command's exit code says, as `--help` and the README have it; tools rely on it. */
export const exitCodes = {
  /** Done; for `check`: the step, or all that was asked for, passes. */
  ok: 0,
  /** A step does not pass, `verify` found a fault, or a run of the tour failed. */
  failed: 1,
  /** The command line cannot be understood: unknown command, option, step or phase. */
  usage: 2,
  /** Something outside of the code is missing or unreadable: no starter here, nothing installed. */
  environment: 3,
  /** The command itself broke down. */
  internal: 70,
  /** Ended by Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command that cannot go on: why, and what to do next. */
export class CommandError extends Error {
  override name = "CommandError";
  readonly code: ExitCode;
  /** What to type next, or do. */
  readonly next: readonly string[];

  constructor(code: ExitCode, message: string, next: readonly string[] = []) {
    super(message);
    this.code = code;
    this.next = next;
  }
}

/** Ended by Ctrl-C while it waited for an answer. */
export class InterruptedError extends CommandError {
  override name = "InterruptedError";

  constructor() {
    super(exitCodes.interrupted, "stopped; nothing was changed");
  }
}

/** How long a download waits and how often it asks. */
export interface Patience {
  /** Milliseconds for the connection, and for the head of the answer. */
  readonly connectMs: number;
  /** Milliseconds without a byte after which a download counts as stalled. */
  readonly stallMs: number;
  /** Tries at each mirror. */
  readonly tries: number;
  /** Milliseconds before the second try; doubled for each further one. */
  readonly backoffMs: number;
}

/** For a file that somebody waits for. */
export const patient: Patience = { connectMs: 15_000, stallMs: 30_000, tries: 4, backoffMs: 500 };
/** For a file there is a good substitute for. */
export const hasty: Patience = { connectMs: 4_000, stallMs: 10_000, tries: 1, backoffMs: 0 };

export interface FragileOptions {
  version?: string;
  /** Why it cannot be loaded. */
  fault?: string;
}

// First numbers of a row that make the model of fragile-worker.ts misbehave.
export const REFUSE = 422;
export const FAIL = 500;
export const EXIT = 9;
export const HANG = 8;
export const SLOW = 7;

/** What is known of one client's allowance. */
export interface Bucket {
  /** Requests it may still make at `at`; not necessarily a whole number. */
  tokens: number;
  /** Milliseconds of any steady clock. */
  at: number;
}

/**
 * One request out of a token bucket: it fills evenly with `perMinute` tokens a minute up to `perMinute`,
 * and a request takes one.
 *
 * @param bucket as the client's last request left it
 * @param now milliseconds, in the clock of `bucket.at`
 * @returns the bucket after this request, and 0 when it may pass or else the seconds (rounded up) until
 *   one may
 */
export function takeToken(
  bucket: Bucket,
  perMinute: number,
  now: number,
): { bucket: Bucket; retryAfter: number } {
  //#region solution 3.10 one token out of the bucket
  const perMs = perMinute / 60_000;
  const tokens = Math.min(perMinute, bucket.tokens + (now - bucket.at) * perMs);
  if (tokens >= 1) return { bucket: { tokens: tokens - 1, at: now }, retryAfter: 0 };
  return { bucket: { tokens, at: now }, retryAfter: Math.ceil((1 - tokens) / perMs / 1000) };
  //#endregion
}

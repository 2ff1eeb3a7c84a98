import { takeToken, type Bucket } from "./token-bucket.ts";

/** The most clients that are remembered; the one not seen for longest goes first. */
const MAX_CLIENTS = 10_000;

/** A token bucket per client. */
export class RateLimiter {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Seconds until the client may ask again; 0 when this request may pass. */
  take(client: string, now = performance.now()): number {
    const before = this.#buckets.get(client) ?? { tokens: this.#perMinute, at: now };
    const { bucket, retryAfter } = takeToken(before, this.#perMinute, now);
    // A Map keeps the order of insertion: taking a client out and in again makes it the newest.
    this.#buckets.delete(client);
    this.#buckets.set(client, bucket);
    if (this.#buckets.size > MAX_CLIENTS) {
      const [oldest] = this.#buckets.keys();
      this.#buckets.delete(oldest);
    }
    return retryAfter;
  }
}

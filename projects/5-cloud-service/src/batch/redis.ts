import { Redis } from "ioredis";

/** A connection that waits for Redis to come back, however long, and then goes on. */
export function connect(url: string, onFault: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 6), 2000),
  });
  let told = false;
  // Every try to connect fails anew: once is enough to know.
  redis.on("error", (error: Error) => {
    if (!told) onFault(error);
    told = true;
  });
  redis.on("ready", () => {
    told = false;
  });
  return redis;
}

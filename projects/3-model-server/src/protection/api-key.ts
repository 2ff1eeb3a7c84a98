import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The key that a request shows: `Authorization: Bearer KEY` or `X-API-Key: KEY`. */
export function shownKey({ authorization, "x-api-key": own }: IncomingHttpHeaders) {
  if (typeof own === "string") return own;
  return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
}

/**
 * Whether a key is one of those whose sha256 sums are known. The time it takes tells nothing of how much
 * of a sum was right: all are compared, each in constant time.
 *
 * @param sums sha256 in hexadecimal
 */
export function keyMatches(key: string, sums: readonly string[]): boolean {
  //#region solution 3.11 compare in constant time
  const found = createHash("sha256").update(key).digest();
  let matches = false;
  for (const sum of sums) {
    const same = timingSafeEqual(found, Buffer.from(sum, "hex"));
    matches = matches || same;
  }
  return matches;
  //#endregion
}

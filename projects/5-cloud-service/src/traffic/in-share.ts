import { createHash } from "node:crypto";

/**
 * Whether a request belongs to the given share of traffic, decided by its key alone: the same key always
 * gets the same answer, on every replica; who is in a share is in every larger one; and shares of different
 * salts are independent of each other.
 *
 * The first 48 bits of `sha256("<salt>:<key>")`, as a fraction of 2^48, are compared with the share.
 *
 * @param share from 0 (none) to 1 (all)
 */
export function inShare(key: string, share: number, salt: string): boolean {
  //#region solution 5.4 a share of traffic that is always the same
  const sum = createHash("sha256").update(`${salt}:${key}`).digest();
  return sum.readUIntBE(0, 6) / 2 ** 48 < share;
  //#endregion
}

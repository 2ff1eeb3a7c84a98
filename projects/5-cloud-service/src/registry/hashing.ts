import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A stream that lets bytes through and knows their sha256, as 64 hexadecimal digits, at the end. */
export function hashing(): { pass: Transform; digest: () => string } {
  const hash = createHash("sha256");
  const pass = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { pass, digest: () => hash.digest("hex") };
}

/** The sha256 of a file. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";

/** What a file must be. */
export interface Expected {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Compares a file's size and sha256 with what they must be: undefined when both agree, else what was
 * expected, what was found, and what the content looks like. A missing file throws ENOENT.
 */
export async function verifyFile(path: string, expected: Expected): Promise<string | undefined> {
  const { size } = await stat(path);
  const hash = await hashFile(path);
  return mismatch(expected, { bytes: size, sha256: hash.digest("hex") }, await readHead(path));
}

/** The same comparison for content whose size, sum and first bytes are known. */
export function mismatch(
  expected: Expected,
  found: Expected,
  head: Uint8Array,
): string | undefined {
  if (found.bytes === expected.bytes && found.sha256 === expected.sha256) return undefined;
  return `expected ${describe(expected)}, found ${describe(found)}${guess(head, found.bytes < expected.bytes)}`;
}

/** Reads a whole file into a running sha256. */
export async function hashFile(path: string): Promise<Hash> {
  const hash = createHash("sha256");
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 1 << 20 });
  for await (const chunk of chunks) hash.update(chunk);
  return hash;
}

/** The first 256 bytes of a file, enough to tell what it is. */
export async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function describe({ bytes, sha256 }: Expected): string {
  return `${bytes.toLocaleString("en-US")} bytes with sha256 ${sha256}`;
}

/** What usually stands behind a wrong file. */
function guess(head: Uint8Array, short: boolean): string {
  const text = Buffer.from(head).toString("latin1").trimStart().toLowerCase();
  if (text.startsWith("<!doctype") || text.startsWith("<html"))
    return " (a web page, perhaps an error page saved as data)";
  if (text.startsWith("version https://git-lfs"))
    return " (a Git LFS pointer in place of the file)";
  return short ? " (cut short)" : " (changed)";
}

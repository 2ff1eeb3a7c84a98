import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";

export interface Expected {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Compares a file's size and sha256 with what they must be. Gives undefined when both agree, else one
 * sentence: expected, found, and what the content looks like. A missing file throws ENOENT.
 */
export async function verifyFile(path: string, expected: Expected): Promise<string | undefined> {
  const { size } = await stat(path);
  const sha256 = await hashFile(path);
  if (size === expected.bytes && sha256 === expected.sha256) return undefined;
  const wanted = `expected ${describe(expected.bytes, expected.sha256)}`;
  return `${wanted}, found ${describe(size, sha256)}${await hint(path, size, expected.bytes)}`;
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest("hex");
}

function describe(bytes: number, sha256: string): string {
  return `${bytes.toLocaleString("en-US")} bytes with sha256 ${sha256.slice(0, 16)}...`;
}

/** What usually stands behind a wrong file. */
async function hint(path: string, size: number, expectedSize: number): Promise<string> {
  const file = await open(path, "r");
  const head = Buffer.alloc(256);
  try {
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const text = head.toString("latin1", 0, bytesRead).trimStart().toLowerCase();
    if (text.startsWith("<!doctype") || text.startsWith("<html"))
      return " (it is a web page, likely an error page saved as data)";
    if (text.startsWith("version https://git-lfs"))
      return " (it is a Git LFS pointer, not the file)";
  } finally {
    await file.close();
  }
  return size < expectedSize ? " (it looks cut short)" : "";
}

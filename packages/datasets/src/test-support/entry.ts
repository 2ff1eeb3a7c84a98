import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import type { Patience } from "../patience.ts";
import type { DatasetEntry } from "../registry.ts";

/** Bytes without a pattern, always the same: a chain of hashes. */
export function testContent(bytes: number): Buffer {
  const blocks: Buffer[] = [];
  let block: Buffer = Buffer.from("seed");
  for (let size = 0; size < bytes; size += block.length) {
    block = createHash("sha256").update(block).digest();
    blocks.push(block);
  }
  return Buffer.concat(blocks).subarray(0, bytes);
}

/** A dataset of one file, "part/file.bin", with that content. */
export function testEntry(content: Buffer, mirrors: readonly string[]): DatasetEntry {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const file = { path: "part/file.bin", bytes: content.length, sha256, mirrors };
  return { title: "test data", licence: "none", files: { "file.bin": file } };
}

/** Short waits, so that a test of patience is quick. */
export const quick: Patience = { connectMs: 1_000, stallMs: 300, tries: 3, backoffMs: 5 };

/** An empty folder that goes when the test has finished. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ml-roadmap-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Keeps tests away from what downloads have left in this user's own cache, whatever the system calls it. */
export function withoutUserCache(): void {
  for (const name of ["XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"]) {
    vi.stubEnv(name, join(import.meta.dirname, "no-such-folder"));
  }
}

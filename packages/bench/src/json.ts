import { accessSync, constants, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Machine } from "./machine.ts";
import type { Row } from "./rows.ts";

/** The result for machines. */
export function toJson(suite: string, { node, cpu }: Machine, rows: readonly Row[]): string {
  const plain = rows.map(({ case: name, unit, better, shipped, ours, peers, ratios }) => ({
    case: name,
    unit,
    better,
    ours,
    peers,
    ratio: Object.fromEntries(
      Object.entries(ratios[shipped] ?? {}).map(([peer, { value }]) => [peer, value]),
    ),
  }));
  return `${JSON.stringify({ suite, node, cpu, rows: plain }, null, 2)}\n`;
}

/** Throws when a file cannot be made there: better before a long run than after it. */
export function checkWritable(file: string): string {
  const path = resolve(file);
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    throw new Error(`--json: cannot write ${path}; its folder does not exist or is not writable`);
  }
  return path;
}

/** Readers see the whole file or the old one, never half of it. */
export function writeAtomic(path: string, text: string) {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

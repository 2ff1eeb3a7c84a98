import { existsSync, readFileSync } from "node:fs";
import { writeWhole } from "../learner/write-file.ts";

/** npm's record of what is installed, with the sum of each tarball. */
export const lockFile = "package-lock.json";

/**
 * Names the new tarballs in a lock file of the learner's own (they have added a package): with the sums of the old
 * ones, npm would refuse what `vendor` now holds.
 */
export function keepTarballs(path: string, edition: Buffer): void {
  if (!existsSync(path)) return;
  const lock = readLock(readFileSync(path, "utf8"));
  const shipped = readLock(edition.toString("utf8"));
  // In the middle of a merge, or of another npm's making: the new one lies beside it.
  if (lock === undefined || shipped === undefined) return;
  for (const [name, entry] of Object.entries(shipped.packages)) {
    if (name.startsWith("node_modules/@ml-roadmap/")) lock.packages[name] = entry;
  }
  writeWhole(path, Buffer.from(`${JSON.stringify(lock, null, 2)}\n`));
}

interface LockFile {
  packages: Record<string, unknown>;
}

function readLock(text: string): LockFile | undefined {
  try {
    const lock: Partial<LockFile> | null = JSON.parse(text);
    return lock?.packages ? { ...lock, packages: lock.packages } : undefined;
  } catch {
    return undefined;
  }
}

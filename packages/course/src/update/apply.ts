import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../learner/write-file.ts";
import { listFiles } from "../starter/file-tree.ts";
import { fileHash, manifestFile, type Manifest } from "../starter/manifest.ts";
import { keepTarballs, lockFile } from "./lock-file.ts";
import { incomingFolder, planUpdate, type PlannedChange } from "./plan.ts";

/** Brings a learner's folder to a new edition of its starter; see {@link planUpdate}. */
export function applyUpdate(
  folder: string,
  shipped: Manifest,
  edition: ReadonlyMap<string, Buffer>,
): PlannedChange[] {
  const onDisk = (path: string) => {
    const file = join(folder, path);
    return existsSync(file) ? fileHash(readFileSync(file)) : undefined;
  };
  const changes = planUpdate(shipped, edition, onDisk);
  clearIncoming(folder, onDisk);
  for (const { path, action } of changes) {
    if (action === "remove") rmSync(join(folder, path));
    else if (action === "keep") {
      writeWhole(join(folder, incomingFolder, path), edition.get(path)!);
      if (path === lockFile) keepTarballs(join(folder, path), edition.get(path)!);
    } else writeWhole(join(folder, path), edition.get(path)!);
  }
  writeWhole(join(folder, manifestFile), edition.get(manifestFile)!);
  return changes;
}

/** Takes away what an earlier update left for the learner to look at and they have taken over since. */
function clearIncoming(folder: string, onDisk: (path: string) => string | undefined): void {
  const incoming = join(folder, incomingFolder);
  if (!existsSync(incoming)) return;
  for (const path of listFiles(incoming)) {
    const file = join(incoming, path);
    if (fileHash(readFileSync(file)) === onDisk(path)) rmSync(file);
  }
}

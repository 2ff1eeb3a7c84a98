import { fileHash, manifestFile, roadmapFolder, type Manifest } from "../starter/manifest.ts";

/** What an update does with one file. */
export type Action =
  /** New in this edition. */
  | "add"
  /** Changed in this edition, and as we shipped it here. */
  | "replace"
  /** Gone in this edition, and as we shipped it here. */
  | "remove"
  /** Changed in this edition, and changed or deleted by the learner: theirs stays. */
  | "keep";

export interface PlannedChange {
  readonly path: string;
  readonly action: Action;
}

/** Where the new edition of a file that the learner changed is put. */
export const incomingFolder = `${roadmapFolder}/incoming`;

/**
 * Decides what an update does. The learner's bytes are whatever differs from what was shipped: those
 * are never touched (but for the sums of our own packages in their lock file, see apply.ts).
 *
 * @param shipped the manifest in the learner's folder.
 * @param edition the new edition's files.
 * @param onDisk the hash of a file in the learner's folder, or undefined where it is not there.
 */
export function planUpdate(
  shipped: Manifest,
  edition: ReadonlyMap<string, Buffer>,
  onDisk: (path: string) => string | undefined,
): PlannedChange[] {
  const changes: PlannedChange[] = [];
  for (const [path, content] of edition) {
    if (path === manifestFile) continue;
    const before: string | undefined = shipped.files[path];
    const after = fileHash(content);
    const found = onDisk(path);
    if (found === after || before === after) continue;
    if (found === undefined && before === undefined) changes.push({ path, action: "add" });
    else if (found === before) changes.push({ path, action: "replace" });
    else changes.push({ path, action: "keep" });
  }
  for (const [path, before] of Object.entries(shipped.files)) {
    if (edition.has(path)) continue;
    if (onDisk(path) === before) changes.push({ path, action: "remove" });
  }
  return changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

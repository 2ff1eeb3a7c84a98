import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A folder that is gone after {@link TemporaryFolder.remove}, or when the process ends before that. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

/** Makes a folder of a new name in `parent`. Ctrl-C leaves none behind. */
export function temporaryFolder(parent: string, prefix: string): TemporaryFolder {
  const path = mkdtempSync(join(parent, prefix));
  const erase = () => rmSync(path, { recursive: true, force: true });
  process.on("exit", erase);
  return {
    path,
    remove() {
      process.off("exit", erase);
      erase();
    },
  };
}

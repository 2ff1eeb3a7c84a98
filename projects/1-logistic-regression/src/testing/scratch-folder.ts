import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";

/** An empty folder for each test of a file. */
export function scratchFolder() {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "ml-roadmap-logistic-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const at = (name: string) => join(folder, name);
  return {
    at,
    /** Writes a file and gives its path. */
    file: async (name: string, text: string): Promise<string> => {
      await writeFile(at(name), text);
      return at(name);
    },
    /** The files of a folder; undefined if it was never made. */
    filesOf: (name: string) => readdir(at(name)).catch(() => undefined),
  };
}

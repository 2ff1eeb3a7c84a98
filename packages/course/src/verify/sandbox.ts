import { cpSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Phase } from "../phase/repository.ts";
import { starterPath } from "../starter/paths.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { starterTsconfig } from "../starter/tsconfig.ts";

/** A working copy of a project, inside it, so that its packages resolve as always. */
export interface Sandbox {
  readonly path: string;
  /** Writes a file; gives its absolute path. */
  readonly write: (path: string, text: string | Buffer) => string;
  readonly remove: () => void;
}

const left = new Set(["node_modules", "dist", "runs", "bench", "mutants", "alternatives"]);

/** A folder within the project may be a workspace of its own, with packages and a build of its own. */
const isSource = (path: string) => !["node_modules", "dist"].includes(basename(path));

/** Copies a project into its own `runs` folder, which git and the formatter do not look at. */
export function makeSandbox(root: string, phase: Phase): Sandbox {
  const runs = join(phase.folder, "runs");
  mkdirSync(runs, { recursive: true });
  // The test runner knows files by their real paths.
  const { path, remove } = temporaryFolder(realpathSync(runs), ".verify-");
  for (const name of readdirSync(phase.folder).filter((entry) => !left.has(entry))) {
    cpSync(join(phase.folder, name), join(path, name), { recursive: true, filter: isSource });
  }
  for (const file of phase.files) cpSync(join(phase.folder, file), join(path, starterPath(file)));
  // The project's own one extends a file by a path that is another from here.
  writeFileSync(join(path, "tsconfig.json"), starterTsconfig(root, phase.folder));
  return {
    path,
    write(file, text) {
      const target = join(path, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
      return target;
    },
    remove,
  };
}

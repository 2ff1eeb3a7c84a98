import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix } from "node:path";
import { z } from "zod";
import type { Starter } from "./build.ts";
import { reachFlags, reachedHere } from "./lock/reach.ts";

/** What {@link installFromRepository} put into a starter's `node_modules`. */
export interface InstallReport {
  /** How many packages are in place. */
  readonly installed: number;
  /** Packages that this system needs and the repository does not have. */
  readonly missing: readonly string[];
}

/**
 * Fills a starter's `node_modules` from the repository's own, in npm's layout, so that nothing has to
 * be downloaded. It leaves the same records as npm, whose next `npm install` finds nothing to do.
 *
 * @param how `copy`, or `link` for a folder that is thrown away: hard links share the files' content.
 */
export function installFromRepository(
  starter: Starter,
  folder: string,
  how: "copy" | "link" = "copy",
): InstallReport {
  const missing: string[] = [];
  const present: string[] = [];
  const flags = reachFlags(starter.graph);
  const { installed } = starter;
  const needed = reachedHere(starter.graph, (id) => installed.folder(id) !== undefined);
  for (const [path, id] of starter.placement) {
    const node = starter.graph.nodes.get(id)!;
    const target = join(folder, path);
    if (node.vendored) {
      writeFiles(target, node.vendored.files);
      present.push(path);
      continue;
    }
    const source = installed.folder(id);
    if (source && needed.has(id)) {
      copyFolder(source, target, how === "link" ? linkOrCopy : copy);
      present.push(path);
    } else if (needed.has(id) && !flags.get(id)!.optional) {
      missing.push(`${node.name}@${node.version}`);
    }
  }
  const lock = starter.files.get("package-lock.json")!.toString("utf8");
  writeFileSync(join(folder, "node_modules", ".package-lock.json"), hiddenLock(lock, present));
  linkBinaries(folder, lock, present);
  return { installed: present.length, missing };
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, Buffer>): void {
  for (const [path, content] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

type CopyFile = (from: string, to: string) => void;

const copy: CopyFile = (from, to) => copyFileSync(from, to, constants.COPYFILE_FICLONE);

const linkOrCopy: CopyFile = (from, to) => {
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or a system without hard links.
    copy(from, to);
  }
};

function copyFolder(from: string, to: string, copyFile: CopyFile): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === "node_modules") continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target, copyFile);
    else copyFile(source, target);
  }
}

const lockSchema = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({ bin: z.record(z.string(), z.string()).optional() }),
  ),
});

/** npm's record of what it installed: the lock file without the root and without what is not there. */
function hiddenLock(lock: string, present: readonly string[]): string {
  const document = lockSchema.parse(JSON.parse(lock));
  const packages = Object.fromEntries(present.map((path) => [path, document.packages[path]]));
  return `${JSON.stringify({ ...document, packages }, null, 2)}\n`;
}

/** Links the commands of the top-level packages into `node_modules/.bin`, as npm does. */
function linkBinaries(folder: string, lock: string, present: readonly string[]): void {
  const { packages } = lockSchema.parse(JSON.parse(lock));
  const bins = join(folder, "node_modules", ".bin");
  mkdirSync(bins, { recursive: true });
  for (const path of present) {
    if (path.indexOf("node_modules/", 1) >= 0) continue;
    for (const [name, target] of Object.entries(packages[path].bin ?? {})) {
      const file = join(folder, path, target);
      if (!existsSync(file)) continue;
      const relative = posix.join("..", path.replace(/^node_modules\//, ""), target);
      if (process.platform === "win32") {
        const script = relative.replaceAll("/", "\\");
        writeFileSync(join(bins, `${name}.cmd`), `@node "%~dp0\\${script}" %*\r\n`);
        writeFileSync(
          join(bins, name),
          `#!/bin/sh\nexec node "$(dirname "$0")/${relative}" "$@"\n`,
        );
      } else {
        chmodSync(file, 0o755);
        if (!existsSync(join(bins, name))) symlinkSync(relative, join(bins, name));
      }
    }
  }
}

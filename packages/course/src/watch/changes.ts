import { existsSync, readdirSync, statSync, watch, type FSWatcher } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../starter/file-tree.ts";

/** How long after the first sign of a save the others are collected, in milliseconds. */
const settle = 30;

/** Tells which files below a starter's sources were saved. */
export interface ChangeWatcher {
  readonly close: () => void;
}

/**
 * Watches `src` and the files named, and reports the absolute paths of those whose content may have
 * changed. Editors save in many ways (in place, by renaming, with backup files): only the size and the
 * time of the watched files count.
 */
export function watchChanges(
  root: string,
  files: readonly string[],
  report: (changed: string[]) => void,
): ChangeWatcher {
  let known = snapshot(root, files);
  let timer: NodeJS.Timeout | undefined;
  const watchers = new Map<string, FSWatcher>();
  const look = () => {
    timer = undefined;
    const now = snapshot(root, files);
    const changed = [...new Set([...known.keys(), ...now.keys()])].filter(
      (file) => known.get(file) !== now.get(file),
    );
    known = now;
    follow();
    if (changed.length > 0) report(changed);
  };
  const onEvent = () => {
    timer ??= setTimeout(look, settle);
  };
  // Folder by folder: watching a tree as a whole is not reliable on every system.
  const follow = () => {
    const folders = new Set([
      ...sourceFolders(root),
      ...files.map((file) => join(root, file, "..")),
    ]);
    // A folder that went and came back is another one, which its old watcher does not see.
    for (const [folder, watcher] of watchers) {
      if (existsSync(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder) || !existsSync(folder)) continue;
      const watcher = watch(folder, onEvent);
      watcher.on("error", () => {
        watcher.close();
        watchers.delete(folder);
      });
      watchers.set(folder, watcher);
    }
  };
  follow();
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

function sourceFolders(root: string): string[] {
  const source = join(root, "src");
  if (!existsSync(source)) return [];
  const below = readdirSync(source, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  return [source, ...below];
}

function snapshot(root: string, files: readonly string[]): Map<string, string> {
  const source = join(root, "src");
  const sources = existsSync(source)
    ? listFiles(source)
        .filter((file) => /\.(?:ts|json)$/.test(file))
        .map((file) => join(source, file))
    : [];
  const state = new Map<string, string>();
  for (const file of [...sources, ...files.map((name) => join(root, name))]) {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats) state.set(file, `${stats.mtimeMs} ${stats.size}`);
  }
  return state;
}

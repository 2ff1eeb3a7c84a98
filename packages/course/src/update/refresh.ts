import { existsSync, lstatSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "../starter/install.ts";
import { unpackTarball } from "../starter/tar.ts";
import type { PlannedChange } from "./plan.ts";

/** What the learner still has to type after an update, so that `node_modules` fits. */
export type Refresh = "nothing" | "npm install" | "pnpm install";

/**
 * Puts changed tarballs into `node_modules` where npm's layout is used, and tells what is left to do.
 */
export function refreshPackages(folder: string, changes: readonly PlannedChange[]): Refresh {
  const modules = join(folder, "node_modules");
  const done = changes.filter(({ action }) => action === "add" || action === "replace");
  const tarballs = done.filter(({ path }) => path.startsWith("vendor/"));
  const manifest = done.some(({ path }) => path === "package.json");
  if (tarballs.length === 0 && !manifest) return "nothing";
  if (!existsSync(modules)) return "npm install";
  if (existsSync(join(modules, ".modules.yaml"))) return "pnpm install";
  for (const { path } of tarballs) {
    const name = `@ml-roadmap/${path.slice("vendor/".length, -".tgz".length)}`;
    const target = join(modules, name);
    if (existsSync(target) && lstatSync(target).isSymbolicLink()) return "npm install";
    const files = unpackTarball(readFileSync(join(folder, path)));
    rmSync(target, { recursive: true, force: true });
    writeFiles(target, files);
  }
  return manifest ? "npm install" : "nothing";
}

import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../phase/json.ts";
import { manifestFile } from "../starter/manifest.ts";
import { writeWhole } from "./write-file.ts";

const registrySchema = z.strictObject({
  format: z.literal(1),
  /** Folders of starters, the last one used first. */
  folders: z.array(z.strictObject({ path: z.string(), repository: z.string().optional() })),
});

/** A starter on this machine, and the clone of the repository that made it, if one did. */
export type KnownFolder = z.infer<typeof registrySchema>["folders"][number];

/**
 * The list of this machine's starters, so that `status` can show all phases. It lives in the user's
 * configuration folder; losing it loses nothing: every command adds its own starter again.
 */
export function registryFile(env: NodeJS.ProcessEnv = process.env): string {
  const base = env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config");
  return join(base, "ml-roadmap", "starters.json");
}

/** The starters that are still there, the last one used first. */
export function knownFolders(file = registryFile()): KnownFolder[] {
  try {
    return readJson(file, registrySchema).folders.filter(({ path }) =>
      existsSync(join(path, manifestFile)),
    );
  } catch {
    // Missing or unreadable: it is only a convenience, and it is made anew.
    return [];
  }
}

/** Puts a starter first in the list; a home that cannot be written is no reason to stop. */
export function rememberFolder(path: string, repository?: string, file = registryFile()): void {
  const known = knownFolders(file);
  const before = known.find((folder) => folder.path === path);
  const from = repository ?? before?.repository;
  const entry = { path, ...(from === undefined ? {} : { repository: from }) };
  if (known[0]?.path === path && known[0].repository === from) return;
  const folders = [entry, ...known.filter((folder) => folder.path !== path)];
  try {
    writeWhole(file, `${JSON.stringify({ format: 1, folders }, null, 2)}\n`);
  } catch {
    // As above.
  }
}

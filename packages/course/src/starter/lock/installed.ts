import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../../phase/json.ts";
import { packageKey } from "./pnpm-lock.ts";

const names = z.record(z.string(), z.string());

/** What npm's lock file repeats of a package's own manifest. */
const manifestSchema = z.object({
  license: z.string().optional(),
  bin: z.union([z.string(), names]).optional(),
  dependencies: names.optional(),
  optionalDependencies: names.optional(),
});

export type InstalledManifest = z.infer<typeof manifestSchema>;

/** The packages that the repository has installed. */
export interface Installed {
  /** The folder of a lock file's snapshot, or undefined where it is not installed (another system's). */
  readonly folder: (snapshot: string) => string | undefined;
  readonly manifest: (snapshot: string) => InstalledManifest | undefined;
}

/** Looks into the repository's `node_modules/.pnpm`, where pnpm keeps each package once. */
export function readInstalled(root: string): Installed {
  const store = join(root, "node_modules", ".pnpm");
  const entries = existsSync(store) ? readdirSync(store) : [];
  // `name@version` with "/" as "+", then perhaps "_peers": peers do not change a package's files.
  const byKey = new Map<string, string>();
  for (const entry of entries.toSorted()) {
    const key = entry.replace(/^(@?[^@]+@[^_]+)_.*$/, "$1");
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  const folder = (snapshot: string) => {
    const key = packageKey(snapshot);
    const entry = byKey.get(key.replace("/", "+"));
    const path = entry && join(store, entry, "node_modules", key.slice(0, key.indexOf("@", 1)));
    return path && existsSync(path) ? path : undefined;
  };
  return {
    folder,
    manifest(snapshot) {
      const path = folder(snapshot);
      return path ? readJson(join(path, "package.json"), manifestSchema) : undefined;
    },
  };
}

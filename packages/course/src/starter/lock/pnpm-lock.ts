import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { z } from "zod";

const names = z.record(z.string(), z.string());

const lockSchema = z.looseObject({
  importers: z.record(
    z.string(),
    z.looseObject({
      dependencies: z.record(z.string(), z.object({ version: z.string() })).default({}),
      devDependencies: z.record(z.string(), z.object({ version: z.string() })).default({}),
    }),
  ),
  packages: z.record(
    z.string(),
    z.looseObject({
      resolution: z.looseObject({ integrity: z.string() }),
      engines: names.optional(),
      os: z.array(z.string()).optional(),
      cpu: z.array(z.string()).optional(),
      libc: z.array(z.string()).optional(),
      peerDependencies: names.optional(),
      peerDependenciesMeta: z.record(z.string(), z.unknown()).optional(),
      hasBin: z.boolean().optional(),
    }),
  ),
  snapshots: z.record(
    z.string(),
    z.looseObject({
      dependencies: names.default({}),
      optionalDependencies: names.default({}),
    }),
  ),
});

/** The repository's lock file: what is installed, with which integrity, for every system. */
export type PnpmLock = z.infer<typeof lockSchema>;
export type LockedPackage = PnpmLock["packages"][string];
export type LockedSnapshot = PnpmLock["snapshots"][string];

/** Reads the repository's `pnpm-lock.yaml`. */
export function readPnpmLock(root: string): PnpmLock {
  return lockSchema.parse(load(readFileSync(join(root, "pnpm-lock.yaml"), "utf8")));
}

/** `name@version` of a snapshot key `name@version(peers)`. */
export function packageKey(snapshot: string): string {
  return snapshot.replace(/\(.*$/s, "");
}

/** The version in a `name@version` key. */
export function versionOf(key: string): string {
  return key.slice(key.indexOf("@", 1) + 1);
}

/** The snapshot that an importer's or snapshot's dependency points at. */
export function snapshotOf(lock: PnpmLock, name: string, version: string): string {
  // An alias names its target in full; everything else is a version of `name`.
  const key = lock.snapshots[version] ? version : `${name}@${version}`;
  if (!lock.snapshots[key]) throw new Error(`pnpm-lock.yaml has no snapshot "${key}"`);
  return key;
}

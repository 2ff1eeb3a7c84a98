import type { LockGraph, LockNode } from "./closure.ts";
import type { Installed } from "./installed.ts";
import type { Placement } from "./placement.ts";
import { packageKey, type PnpmLock } from "./pnpm-lock.ts";
import { reachFlags, type ReachFlags } from "./reach.ts";

/** The root entry of npm's lock file. */
export interface LockRoot {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
}

/**
 * Writes `package-lock.json` from the repository's lock file: the same versions for every system,
 * and no registry's address, so that it installs from whichever one the learner has.
 */
export function npmLock(
  root: LockRoot,
  graph: LockGraph,
  placement: Placement,
  lock: PnpmLock,
  installed: Installed,
): string {
  const flags = reachFlags(graph);
  const packages: Record<string, unknown> = { "": compact({ ...root }) };
  for (const [path, id] of placement) {
    const node = graph.nodes.get(id)!;
    packages[path] = entry(node, path, flags.get(id)!, lock, installed);
  }
  const document = {
    name: root.name,
    version: root.version,
    lockfileVersion: 3,
    requires: true,
    packages,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function entry(
  node: LockNode,
  path: string,
  flags: ReachFlags,
  lock: PnpmLock,
  installed: Installed,
): Record<string, unknown> {
  const { vendored } = node;
  if (vendored) {
    const { license, dependencies, bin, engines, peerDependencies } = vendored.manifest;
    return compact({
      version: node.version,
      resolved: `file:${vendored.path}`,
      integrity: vendored.integrity,
      dev: flags.dev,
      devOptional: flags.devOptional,
      license,
      optional: flags.optional,
      dependencies: sorted(dependencies),
      bin: binaries(vendored.name, bin),
      engines,
      peerDependencies,
    });
  }
  const key = packageKey(node.id);
  const locked = lock.packages[key];
  // A package for one system is installed on that system only: the lock file may not depend on ours.
  const portable = !locked.os && !locked.cpu;
  const manifest = portable ? installed.manifest(node.id) : undefined;
  const name = key.slice(0, key.indexOf("@", 1));
  return compact({
    name: path.endsWith(`node_modules/${name}`) ? undefined : name,
    version: node.version,
    integrity: locked.resolution.integrity,
    cpu: locked.cpu,
    dev: flags.dev,
    devOptional: flags.devOptional,
    libc: locked.libc,
    license: manifest?.license,
    optional: flags.optional,
    os: locked.os,
    dependencies: sorted(manifest?.dependencies ?? versions(node.dependencies)),
    bin: binaries(name, manifest?.bin),
    engines: locked.engines,
    optionalDependencies: sorted(
      manifest?.optionalDependencies ?? versions(node.optionalDependencies),
    ),
    peerDependencies: locked.peerDependencies,
    peerDependenciesMeta: locked.peerDependenciesMeta,
  });
}

/** A `bin` field as npm normalises it. */
function binaries(
  name: string,
  bin: string | Record<string, string> | undefined,
): Record<string, string> | undefined {
  if (bin === undefined) return undefined;
  const named = typeof bin === "string" ? { [name.replace(/^@[^/]+\//, "")]: bin } : bin;
  return Object.fromEntries(
    Object.entries(named).map(([command, file]) => [command, file.replace(/^\.\//, "")]),
  );
}

function sorted(names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function versions(dependencies: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...dependencies].map(([name, id]) => {
      const key = packageKey(id);
      return [name, key.slice(key.indexOf("@", 1) + 1)];
    }),
  );
}

/** Leaves out what is undefined or an empty object. */
function compact(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined &&
        !(typeof value === "object" && value !== null && Object.keys(value).length === 0),
    ),
  );
}

import type { PackedPackage } from "../pack.ts";
import { packageKey, snapshotOf, versionOf, type PnpmLock } from "./pnpm-lock.ts";

/** One package of a starter's dependency graph. */
export interface LockNode {
  /** A snapshot of the repository's lock file, or a vendored package's name. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Set for a package that the starter brings along. */
  readonly vendored: PackedPackage | undefined;
  /** Ids by the name under which this package imports them. */
  readonly dependencies: ReadonlyMap<string, string>;
  readonly optionalDependencies: ReadonlyMap<string, string>;
}

/** A starter's dependencies with everything they need, at the repository's own versions. */
export interface LockGraph {
  /** Direct dependencies: ids by name. */
  readonly dependencies: ReadonlyMap<string, string>;
  readonly devDependencies: ReadonlyMap<string, string>;
  readonly nodes: ReadonlyMap<string, LockNode>;
}

/** Finds the version of a direct dependency as some importer of the repository resolved it. */
function findSnapshot(lock: PnpmLock, name: string, importers: readonly string[]): string {
  for (const importer of [...importers, "."]) {
    const entry: PnpmLock["importers"][string] | undefined = lock.importers[importer];
    const found = entry?.dependencies[name] ?? entry?.devDependencies[name];
    if (found) return snapshotOf(lock, name, found.version);
  }
  throw new Error(`pnpm-lock.yaml: ${importers.join(" and ")} resolve no "${name}"`);
}

/**
 * Follows a starter's dependencies through the repository's lock file.
 *
 * @param direct names of the direct dependencies.
 * @param importer the project in the lock file, such as `projects/1-logistic-regression`.
 * @param memberPaths each vendored package's importer in the lock file, by name.
 */
export function lockGraph(
  lock: PnpmLock,
  direct: { dependencies: readonly string[]; devDependencies: readonly string[] },
  importer: string,
  vendored: readonly PackedPackage[],
  memberPaths: ReadonlyMap<string, string>,
): LockGraph {
  const own = new Map(vendored.map((packed) => [packed.name, packed]));
  const nodes = new Map<string, LockNode>();

  const resolve = (name: string, importers: readonly string[]): string => {
    const id = own.has(name) ? name : findSnapshot(lock, name, importers);
    add(id, name);
    return id;
  };
  const add = (id: string, name: string) => {
    if (nodes.has(id)) return;
    const packed = own.get(id);
    const dependencies = new Map<string, string>();
    const optionalDependencies = new Map<string, string>();
    const version = packed ? packed.version : versionOf(packageKey(id));
    nodes.set(id, { id, name, version, vendored: packed, dependencies, optionalDependencies });
    if (packed) {
      const wanted = [packed.manifest.dependencies, packed.manifest.peerDependencies];
      for (const needed of wanted.flatMap((ranges) => Object.keys(ranges))) {
        dependencies.set(needed, resolve(needed, [memberPaths.get(name) ?? importer]));
      }
      return;
    }
    const snapshot = lock.snapshots[id];
    const follow = (from: Record<string, string>, to: Map<string, string>) => {
      for (const [needed, version] of Object.entries(from)) {
        const target = snapshotOf(lock, needed, version);
        to.set(needed, target);
        add(target, needed);
      }
    };
    follow(snapshot.dependencies, dependencies);
    follow(snapshot.optionalDependencies, optionalDependencies);
  };

  const roots = (names: readonly string[]) =>
    new Map(names.toSorted().map((name) => [name, resolve(name, [importer])]));
  return {
    dependencies: roots(direct.dependencies),
    devDependencies: roots(direct.devDependencies),
    nodes,
  };
}

import { CORE_SCHEMA, dump } from "js-yaml";
import type { LockGraph, LockNode } from "./closure.ts";
import { packageKey, type PnpmLock } from "./pnpm-lock.ts";

/**
 * Writes the starter's `pnpm-lock.yaml` from the repository's: the same versions, and the vendored
 * tarballs in the place of the workspace's packages.
 */
export function pnpmStarterLock(
  specifiers: Readonly<Record<string, string>>,
  overrides: Readonly<Record<string, string>>,
  graph: LockGraph,
  lock: PnpmLock,
): string {
  const reference = (id: string) => pnpmReference(graph, id);
  const importer = (dependencies: ReadonlyMap<string, string>) =>
    sorted(
      [...dependencies].map(([name, id]) => [
        name,
        { specifier: specifiers[name], version: reference(id) },
      ]),
    );
  const links = (dependencies: ReadonlyMap<string, string>) =>
    dependencies.size === 0
      ? undefined
      : sorted([...dependencies].map(([name, id]) => [name, reference(id)]));

  const packages = new Map<string, unknown>();
  const snapshots = new Map<string, unknown>();
  for (const node of graph.nodes.values()) {
    const key = pnpmKey(node);
    const { dependencies, optionalDependencies } = node;
    packages.set(key.replace(/\(.*$/s, ""), packageEntry(node, lock));
    snapshots.set(key, {
      ...(node.vendored ? {} : lock.snapshots[node.id]),
      dependencies: links(dependencies),
      optionalDependencies: links(optionalDependencies),
    });
  }
  return dump(
    {
      lockfileVersion: "9.0",
      settings: { autoInstallPeers: true, excludeLinksFromLockfile: false },
      overrides,
      importers: {
        ".": {
          dependencies: importer(graph.dependencies),
          devDependencies: importer(graph.devDependencies),
        },
      },
      packages: sorted([...packages]),
      snapshots: sorted([...snapshots]),
    },
    { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true },
  );
}

function packageEntry(node: LockNode, lock: PnpmLock): unknown {
  const { vendored } = node;
  if (!vendored) return lock.packages[packageKey(node.id)];
  const { peerDependencies, bin } = vendored.manifest;
  return {
    resolution: { integrity: vendored.integrity, tarball: `file:${vendored.path}` },
    version: vendored.version,
    hasBin: bin === undefined ? undefined : true,
    peerDependencies: Object.keys(peerDependencies).length > 0 ? peerDependencies : undefined,
  };
}

/** The key of a package in `snapshots`: a vendored one's names its tarball and its peers. */
function pnpmKey(node: LockNode): string {
  const { vendored } = node;
  if (!vendored) return node.id;
  const peers = Object.keys(vendored.manifest.peerDependencies)
    .toSorted()
    .map((name) => `(${node.dependencies.get(name)})`);
  return `${node.name}@file:${vendored.path}${peers.join("")}`;
}

/** What an importer or a snapshot writes to point at a package: the key without the name. */
function pnpmReference(graph: LockGraph, id: string): string {
  const node = graph.nodes.get(id)!;
  const key = pnpmKey(node);
  return key.startsWith(`${node.name}@`) ? key.slice(node.name.length + 1) : key;
}

function sorted(entries: [string, unknown][]): Record<string, unknown> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The starter's `pnpm-workspace.yaml`: it ends the search for a workspace above, and pins tarballs. */
export function pnpmStarterWorkspace(overrides: Readonly<Record<string, string>>): string {
  return dump({ packages: ["."], overrides }, { schema: CORE_SCHEMA, lineWidth: -1 });
}

import type { LockGraph } from "./closure.ts";
import { packageKey } from "./pnpm-lock.ts";

/** Folders of `node_modules` with the package that stands in each: `node_modules/a` to its id. */
export type Placement = ReadonlyMap<string, string>;

/** The folder of `name` inside the package at `parent`; the top folder is `""`. */
function below(parent: string, name: string): string {
  return parent ? `${parent}/node_modules/${name}` : `node_modules/${name}`;
}

/** The folders in which a package at `path` looks for others, innermost first. */
function lookups(path: string): string[] {
  const folders = [path];
  for (let at = path; at;) {
    const cut = at.lastIndexOf("/node_modules/");
    at = cut < 0 ? "" : at.slice(0, cut);
    folders.push(at);
  }
  return path ? folders : [""];
}

/**
 * Lays a graph out for npm: the first version of a package at the top, another version inside the
 * package that needs it.
 */
export function placePackages(graph: LockGraph): Placement {
  const placed = new Map<string, string>();
  const queue: { parent: string; name: string; id: string }[] = [];
  const enqueue = (parent: string, dependencies: ReadonlyMap<string, string>) => {
    for (const [name, id] of [...dependencies].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      queue.push({ parent, name, id });
    }
  };
  enqueue("", new Map([...graph.dependencies, ...graph.devDependencies]));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { parent, name, id } = next;
    const folders = lookups(parent);
    const visible = folders.find((folder) => placed.has(below(folder, name)));
    const found = visible === undefined ? undefined : placed.get(below(visible, name));
    // The same version with other peers is the same package here: npm keeps one.
    if (found !== undefined && packageKey(found) === packageKey(id)) continue;
    // At the top, or, where another version is in sight, inside the one package that needs this one:
    // any folder between would hide the other version from a neighbour.
    const path = below(visible === undefined ? "" : parent, name);
    placed.set(path, id);
    const node = graph.nodes.get(id)!;
    enqueue(path, new Map([...node.dependencies, ...node.optionalDependencies]));
  }
  return new Map([...placed].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

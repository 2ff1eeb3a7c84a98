import type { LockGraph } from "./closure.ts";

/** How npm's lock file marks a package that is not always needed. */
export interface ReachFlags {
  readonly dev?: true;
  readonly optional?: true;
  readonly devOptional?: true;
}

/** For each package of a graph, whether it is needed only for development or only where it fits. */
export function reachFlags(graph: LockGraph): ReadonlyMap<string, ReachFlags> {
  const production = [...graph.dependencies.values()];
  const development = [...graph.devDependencies.values()];
  const needed = reach(graph, production, false);
  const neededForDev = reach(graph, development, false);
  const reached = reach(graph, production, true);
  const reachedForDev = reach(graph, development, true);
  const flags = new Map<string, ReachFlags>();
  for (const id of graph.nodes.keys()) {
    if (needed.has(id)) flags.set(id, {});
    else if (!reached.has(id)) {
      flags.set(id, neededForDev.has(id) ? { dev: true } : { dev: true, optional: true });
    } else {
      const both = reachedForDev.has(id) && neededForDev.has(id);
      flags.set(id, both ? { devOptional: true } : { optional: true });
    }
  }
  return flags;
}

/**
 * The packages that a starter needs on this system, where optional packages that `isHere` denies are not
 * installed: what only they depend on is not needed either, and npm would remove it.
 */
export function reachedHere(graph: LockGraph, isHere: (id: string) => boolean): Set<string> {
  const top = [...graph.dependencies.values(), ...graph.devDependencies.values()];
  return reach(graph, top, true, isHere);
}

function reach(
  graph: LockGraph,
  from: readonly string[],
  withOptional: boolean,
  isHere: (id: string) => boolean = () => true,
): Set<string> {
  const seen = new Set<string>();
  const stack = [...from];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = graph.nodes.get(id)!;
    stack.push(...node.dependencies.values());
    if (withOptional) stack.push(...[...node.optionalDependencies.values()].filter(isHere));
  }
  return seen;
}

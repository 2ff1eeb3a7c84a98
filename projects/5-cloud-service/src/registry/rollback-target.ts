import type { Promotion } from "./manifest.ts";

/**
 * The promotion that a rollback goes back to: the newest one of a version that is neither the one that
 * serves now nor one that a rollback has already left; undefined when there is none.
 *
 * A rollback leaves the version that served before it. Promoting a version anew forgives it.
 *
 * @param history oldest first; its last entry serves now
 */
export function rollbackTarget<P extends Pick<Promotion, "kind" | "version">>(
  history: readonly P[],
): P | undefined {
  //#region solution 5.2 the newest version that was not withdrawn
  const withdrawn = new Set<string>();
  for (const [i, { kind, version }] of history.entries()) {
    if (kind === "promote") withdrawn.delete(version);
    else withdrawn.add(history[i - 1].version);
  }
  const now = history.at(-1)?.version;
  return history.findLast(({ version }) => version !== now && !withdrawn.has(version));
  //#endregion
}

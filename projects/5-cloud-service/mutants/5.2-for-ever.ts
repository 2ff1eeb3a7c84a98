// Misconception: A version that was withdrawn once can never be good.
// file: src/registry/rollback-target.ts
//#region solution 5.2 the newest version that was not withdrawn
const withdrawn = new Set<string>();
for (const [i, { kind }] of history.entries()) {
  if (kind === "rollback") withdrawn.add(history[i - 1].version);
}
const now = history.at(-1)?.version;
return history.findLast(({ version }) => version !== now && !withdrawn.has(version));
//#endregion

// Misconception: A rollback's own version is the one that it withdraws.
// file: src/registry/rollback-target.ts
//#region solution 5.2 the newest version that was not withdrawn
const withdrawn = new Set<string>();
for (const { kind, version } of history) {
  if (kind === "promote") withdrawn.delete(version);
  else withdrawn.add(version);
}
const now = history.at(-1)?.version;
return history.findLast(({ version }) => version !== now && !withdrawn.has(version));
//#endregion

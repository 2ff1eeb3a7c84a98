// Misconception: Any record of the version is as good as the newest.
// file: src/registry/rollback-target.ts
//#region solution 5.2 the newest version that was not withdrawn
const withdrawn = new Set<string>();
for (const [i, { kind, version }] of history.entries()) {
  if (kind === "promote") withdrawn.delete(version);
  else withdrawn.add(history[i - 1].version);
}
const now = history.at(-1)?.version;
const found = history.findLast(({ version }) => version !== now && !withdrawn.has(version));
return found && history.find(({ version }) => version === found.version);
//#endregion

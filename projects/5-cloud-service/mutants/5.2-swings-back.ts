// Misconception: Any version but the one that serves will do.
// file: src/registry/rollback-target.ts
//#region solution 5.2 the newest version that was not withdrawn
const now = history.at(-1)?.version;
return history.findLast(({ version }) => version !== now);
//#endregion

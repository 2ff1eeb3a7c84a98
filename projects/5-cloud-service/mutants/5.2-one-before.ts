// Misconception: The version to go back to is the one before.
// file: src/registry/rollback-target.ts
//#region solution 5.2 the newest version that was not withdrawn
return history.at(-2);
//#endregion

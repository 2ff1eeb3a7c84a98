// Misconception: The order of the texts does not matter.
// file: src/batch/chunk-key.ts
//#region solution 5.7 a name for work that is the same work
return createHash("sha256").update(JSON.stringify([model, precision, texts.toSorted()])).digest("hex");
//#endregion

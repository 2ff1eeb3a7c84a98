// Misconception: The same texts are the same work.
// file: src/batch/chunk-key.ts
//#region solution 5.7 a name for work that is the same work
return createHash("sha256").update(JSON.stringify([model.slice(0, 0), precision, texts])).digest("hex");
//#endregion

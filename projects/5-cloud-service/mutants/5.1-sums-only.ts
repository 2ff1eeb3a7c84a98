// Misconception: The files' sums say all there is to say of a model.
// file: src/registry/manifest-digest.ts
//#region solution 5.1 sha256 of JSON that can be written in one way only
const sums = manifest.files.map(({ sha256 }) => sha256).toSorted();
return createHash("sha256").update(sums.join("")).digest("hex");
//#endregion

// Misconception: Equal objects have equal JSON.
// file: src/registry/manifest-digest.ts
//#region solution 5.1 sha256 of JSON that can be written in one way only
return createHash("sha256").update(JSON.stringify(manifest)).digest("hex");
//#endregion

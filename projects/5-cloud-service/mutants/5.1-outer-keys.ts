// Misconception: Sorting the keys of an object sorts those inside it too.
// file: src/registry/manifest-digest.ts
//#region solution 5.1 sha256 of JSON that can be written in one way only
const files = manifest.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
const entries = Object.entries({ ...manifest, files }).filter(([, value]) => value !== undefined);
const sorted = Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
//#endregion

// Misconception: The caller does not mind in which order its files are.
// file: src/registry/manifest-digest.ts
//#region solution 5.1 sha256 of JSON that can be written in one way only
const text = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(text).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${text(inner)}`).join(",")}}`;
};
manifest.files.sort((a, b) => (a.path < b.path ? -1 : 1));
return createHash("sha256").update(text(manifest)).digest("hex");
//#endregion

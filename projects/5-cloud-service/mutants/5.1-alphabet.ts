// Misconception: Sorting by the alphabet is sorting.
// file: src/registry/manifest-digest.ts
//#region solution 5.1 sha256 of JSON that can be written in one way only
const text = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(text).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.toSorted(([a], [b]) => a.localeCompare(b, "en"));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${text(inner)}`).join(",")}}`;
};
const files = manifest.files.toSorted((a, b) => a.path.localeCompare(b.path, "en"));
return createHash("sha256").update(text({ ...manifest, files })).digest("hex");
//#endregion

import { createHash } from "node:crypto";
import type { Manifest } from "./manifest.ts";

/**
 * The sha256, as 64 hexadecimal digits, that stands for a version: for every byte of its files through
 * their own sums, their paths, and all that the manifest says.
 *
 * Equal manifests have equal digests on every machine, however their JSON was written: it is taken of JSON
 * in UTF-8 without spaces, with the keys of every object in the order of their UTF-16 units (as `toSorted()`
 * orders them) and `files` in that order of their paths. Keys without a value (undefined) are left out.
 */
export function manifestDigest(manifest: Manifest): string {
  //#region solution 5.1 sha256 of JSON that can be written in one way only
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(text).join(",")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${text(inner)}`).join(",")}}`;
  };
  const files = manifest.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return createHash("sha256")
    .update(text({ ...manifest, files }))
    .digest("hex");
  //#endregion
}

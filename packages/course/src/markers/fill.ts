import { joinLines, parseRegions, regionName, splitLines } from "./regions.ts";

/**
 * Replaces the bodies of the named regions, whatever their kind, and keeps everything else.
 *
 * @param bodies new lines by {@link regionName}; regions not named stay as they are.
 * @throws {Error} when a named region is not in the file.
 */
export function fillRegions(
  text: string,
  file: string,
  bodies: ReadonlyMap<string, readonly string[]>,
): string {
  const lines = splitLines(text);
  const regions = parseRegions(text, file);
  const missing = [...bodies.keys()].filter(
    (name) => !regions.some((region) => regionName(region) === name),
  );
  if (missing.length > 0) {
    throw new Error(
      `${file}: no region "${missing.join('", "')}"; it has ${regions.length === 0 ? "none" : regions.map((region) => `"${regionName(region)}"`).join(", ")}`,
    );
  }
  for (const region of regions.toReversed()) {
    const body = bodies.get(regionName(region));
    if (body) lines.splice(region.start + 1, region.end - region.start - 1, ...body);
  }
  return joinLines(lines, text);
}

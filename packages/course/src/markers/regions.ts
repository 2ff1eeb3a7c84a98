import { MarkerError } from "./error.ts";
import { markerSyntax } from "./syntax.ts";

/** `solution` marks the reference's code; `step` marks the place the learner writes in. */
export type RegionKind = "solution" | "step";

/** The lines between an opening marker and its `endregion`. */
export interface Region {
  readonly kind: RegionKind;
  /** Step id, such as `1.2`. */
  readonly step: string;
  /** The text after the id: what the missing code would do. */
  readonly title: string;
  /** Index of the opening marker's line, from 0. */
  readonly start: number;
  /** Index of the closing marker's line, from 0. */
  readonly end: number;
  /** White space before the opening marker. */
  readonly indent: string;
  /** The lines between the markers. */
  readonly body: readonly string[];
}

/** Splits a text into lines; the line ending in use is kept for {@link joinLines}. */
export function splitLines(text: string): string[] {
  return text.split(/\r?\n/);
}

/** Joins lines with the line ending that `like` uses. */
export function joinLines(lines: readonly string[], like: string): string {
  return lines.join(like.includes("\r\n") ? "\r\n" : "\n");
}

/** The name of a region: `1.2 stable for large |z|`; unique within a phase. */
export function regionName(region: { step: string; title: string }): string {
  return `${region.step} ${region.title}`;
}

/**
 * Finds the regions of a file, in order. A file that cannot hold regions has none.
 *
 * @throws {MarkerError} where a marker is unknown, nested, unbalanced, duplicated or empty.
 */
export function parseRegions(text: string, file: string): Region[] {
  const syntax = markerSyntax(file);
  const lines = splitLines(text);
  if (!syntax) {
    const stray = lines.findIndex((line) => /#\s*region solution\b/.test(line));
    if (stray >= 0) {
      throw new MarkerError(
        file,
        stray + 1,
        "this kind of file cannot hold regions; move the solution into TypeScript, a Dockerfile or YAML",
      );
    }
    return [];
  }
  const opening = new RegExp(
    `^(\\s*)${syntax.opener}region (solution|step) (\\d+\\.\\d+) (\\S.*?)\\s*$`,
  );
  const closing = new RegExp(`^\\s*${syntax.opener}endregion\\s*$`);
  const regions: Region[] = [];
  let open: { start: number; match: RegExpExecArray } | undefined;
  for (const [index, line] of lines.entries()) {
    if (!syntax.looksLikeMarker.test(line)) continue;
    const match = opening.exec(line);
    if (match) {
      if (open) {
        throw new MarkerError(
          file,
          index + 1,
          `this region opens inside the one of line ${open.start + 1}; regions cannot be nested`,
        );
      }
      open = { start: index, match };
    } else if (closing.test(line)) {
      if (!open)
        throw new MarkerError(file, index + 1, "endregion without a region that it closes");
      regions.push(closed(open, index, lines));
      open = undefined;
    } else {
      throw new MarkerError(
        file,
        index + 1,
        `unknown marker "${line.trim()}"; write "${syntax.opener}region solution 1.2 what it does" or "${syntax.opener}endregion"`,
      );
    }
  }
  if (open) throw new MarkerError(file, open.start + 1, "this region is never closed");
  for (const [index, region] of regions.entries()) {
    const first = regions.findIndex((other) => regionName(other) === regionName(region));
    if (first === index) {
      if (region.kind === "solution" && region.body.every(syntax.isIdle)) {
        throw new MarkerError(file, region.start + 1, "this region is empty: it holds no code");
      }
      continue;
    }
    throw new MarkerError(
      file,
      region.start + 1,
      `duplicate region "${regionName(region)}"; line ${regions[first].start + 1} has the same name`,
    );
  }
  return regions;
}

function closed(
  open: { start: number; match: RegExpExecArray },
  end: number,
  lines: readonly string[],
): Region {
  const [, indent = "", kind, step = "", title = ""] = open.match;
  return {
    kind: kind === "step" ? "step" : "solution",
    step,
    title,
    start: open.start,
    end,
    indent,
    body: lines.slice(open.start + 1, end),
  };
}

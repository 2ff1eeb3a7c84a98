import { MarkerError } from "./error.ts";
import { joinLines, parseRegions, splitLines, type Region } from "./regions.ts";
import { markerSyntax, throwsTodo } from "./syntax.ts";
import { todoImport } from "./todo.ts";

/**
 * Compiles a reference file to its starter: each solution becomes a `Todo` (a throw in
 * TypeScript, a comment elsewhere) between `step` markers. A region keeps its number of lines, so
 * what stays keeps its line numbers; the import of `Todo` takes a blank line's place, or else a
 * line of the first region. A file without solutions comes back as it is: compiling twice changes
 * nothing.
 *
 * @param file path from the project's top folder, with `/`.
 * @throws {MarkerError} as {@link parseRegions}.
 */
export function compileStarter(text: string, file: string): string {
  const regions = parseRegions(text, file);
  const solutions = regions.filter((region) => region.kind === "solution");
  if (solutions.length === 0) return text;
  if (solutions.length !== regions.length) {
    const step = regions.find((region) => region.kind === "step")!;
    throw new MarkerError(file, step.start + 1, "a reference file marks solutions, not steps");
  }
  let lines = splitLines(text);
  for (const region of solutions.toReversed()) {
    lines.splice(region.start, region.end - region.start + 1, ...emptied(region, file));
  }
  if (throwsTodo(file)) lines = withImport(lines, todoImport(file), solutions[0].start);
  return joinLines(lines, text);
}

/** The starter's lines for one region: as many as the reference has, padded with blank ones. */
function emptied(region: Region, file: string): string[] {
  const syntax = markerSyntax(file)!;
  const padding = Array<string>(Math.max(0, region.body.length - 1)).fill("");
  return [
    `${region.indent}${syntax.opener}region step ${region.step} ${region.title}`,
    `${region.indent}${syntax.missing(region.step, region.title)}`,
    ...padding,
    `${region.indent}${syntax.opener}endregion`,
  ];
}

function withImport(lines: readonly string[], statement: string, firstRegion: number): string[] {
  const result = [...lines];
  const at = endOfImports(lines);
  if (at > 0 && result[at] === "") {
    result[at] = statement;
    return result;
  }
  const added = at > 0 ? [statement] : [statement, ""];
  result.splice(at, 0, ...added);
  // The first region gives its spare blank lines back, so that what follows it stays in place.
  const spare = firstRegion + added.length + 2;
  for (let left = added.length; left > 0 && result[spare] === ""; left--) result.splice(spare, 1);
  return result;
}

/** Index of the line after the imports that open a file; 0 if it opens with none. */
function endOfImports(lines: readonly string[]): number {
  let end = 0;
  let inImport = false;
  let inComment = false;
  for (const [index, line] of lines.entries()) {
    if (inComment) {
      inComment = !line.includes("*/");
    } else if (inImport || /^import\b/.test(line)) {
      inImport = !line.trimEnd().endsWith(";");
      if (!inImport) end = index + 1;
    } else if (/^\s*\/\*/.test(line)) {
      inComment = !line.includes("*/");
    } else if (!/^\s*(?:\/\/.*)?$/.test(line)) {
      break;
    }
  }
  return end;
}

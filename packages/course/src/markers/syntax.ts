import { basename, extname } from "node:path";

/** How one kind of file writes its region markers and says that code is missing. */
export interface MarkerSyntax {
  /** What stands before `region` and `endregion`: `//#` or `# `. */
  readonly opener: string;
  /** Matches every line that means to be a marker, well written or not. */
  readonly looksLikeMarker: RegExp;
  /** The line that stands for missing code, without its indentation. */
  readonly missing: (step: string, title: string) => string;
  /** True for a line that is blank or only a comment. */
  readonly isIdle: (line: string) => boolean;
}

const slashes: MarkerSyntax = {
  opener: "//#",
  looksLikeMarker: /^\s*\/\/\s*#?\s*(?:end\s*)?region\b/i,
  missing: (step, title) => `throw new Todo(${JSON.stringify(`${step} ${title}`)});`,
  isIdle: (line) => /^\s*(?:\/\/.*)?$/.test(line),
};

const hashes: MarkerSyntax = {
  opener: "# ",
  looksLikeMarker: /^\s*#\s*(?:end\s*)?region\b/i,
  missing: (step, title) => `# Todo: ${step} ${title}`,
  isIdle: (line) => /^\s*(?:#.*)?$/.test(line),
};

const slashEndings = new Set([".ts", ".tsx", ".mts"]);
const hashEndings = new Set([".yml", ".yaml", ".dockerfile", ".sh", ".conf", ".cfg", ".toml"]);

/** The marker syntax of a file by its name, or undefined where a file cannot hold regions. */
export function markerSyntax(file: string): MarkerSyntax | undefined {
  const ending = extname(file).toLowerCase();
  if (slashEndings.has(ending)) return slashes;
  if (hashEndings.has(ending) || /^Dockerfile(?:\.|$)/.test(basename(file))) return hashes;
  return undefined;
}

/** True where missing code is a `throw`, so that tests meet it; elsewhere it is a comment. */
export function throwsTodo(file: string): boolean {
  return markerSyntax(file) === slashes;
}

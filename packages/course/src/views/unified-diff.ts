import { structuredPatch } from "diff";
import type { Terminal } from "../terminal/terminal.ts";

/** Two texts as a unified diff, `-` the first and `+` the second; nothing when they are equal. */
export function unifiedDiff({ style }: Terminal, before: string, after: string): string[] {
  const { hunks } = structuredPatch("", "", before, after, "", "", { context: 3 });
  return hunks.flatMap((hunk) => [
    style.cyan(`@@ line ${hunk.oldStart} @@`),
    ...hunk.lines
      .filter((line) => !line.startsWith("\\"))
      .map((line) => {
        if (line.startsWith("-")) return style.red(line);
        return line.startsWith("+") ? style.green(line) : line;
      }),
  ]);
}

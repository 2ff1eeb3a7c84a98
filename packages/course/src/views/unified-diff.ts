import { structuredPatch } from "diff";
import { truncate } from "../terminal/layout.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Two texts as a unified diff, `-` the first and `+` the second; nothing when they are equal. */
export function unifiedDiff(terminal: Terminal, before: string, after: string): string[] {
  const { style, width } = terminal;
  const { hunks } = structuredPatch("", "", before, after, "", "", { context: 3 });
  return hunks.flatMap((hunk) => [
    style.cyan(`@@ line ${hunk.oldStart} @@`),
    ...hunk.lines
      .filter((line) => !line.startsWith("\\"))
      .map((line) => {
        const text = truncate(line, width);
        if (line.startsWith("-")) return style.red(text);
        return line.startsWith("+") ? style.green(text) : text;
      }),
  ]);
}

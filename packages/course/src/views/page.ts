import { indent, padEnd, spread, wrap } from "../terminal/layout.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** A heading with a rule below it, the title left and a note right. */
export function heading(terminal: Terminal, title: string, note = ""): string[] {
  const { style, width } = terminal;
  const columns = Math.min(width, 80);
  return [
    note === "" ? style.bold(title) : spread(style.bold(title), style.dim(note), columns),
    style.dim(style.symbols.line.repeat(columns)),
  ];
}

/** Labelled lines: labels in a column, values wrapped beside them. */
export function facts(
  terminal: Terminal,
  rows: readonly (readonly [string, string])[],
  by = "  ",
): string[] {
  const { style, width } = terminal;
  const labels = Math.max(...rows.map(([label]) => label.length));
  return rows.flatMap(([label, value]) => {
    const room = Math.min(width, 80) - by.length - labels - 2;
    const [first, ...rest] = wrap(value, Math.max(20, room));
    return [
      `${by}${style.dim(padEnd(label, labels))}  ${first}`,
      ...indent(rest, `${by}${" ".repeat(labels)}  `),
    ];
  });
}

/** A paragraph, wrapped and set in. */
export function paragraph(terminal: Terminal, text: string, by = "  "): string[] {
  return indent(wrap(text, Math.min(terminal.width, 80) - by.length), by);
}

/** A bar of `width` columns, filled to `share` of it. */
export function bar(terminal: Terminal, share: number, width: number): string {
  const { style } = terminal;
  const filled = Math.round(Math.max(0, Math.min(1, share)) * width);
  return (
    style.green(style.symbols.full.repeat(filled)) +
    style.dim(style.symbols.empty.repeat(width - filled))
  );
}

/** `1 step`, `2 steps`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

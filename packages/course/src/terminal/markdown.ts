import { indent, wrap } from "./layout.ts";
import type { Style } from "./style.ts";

/**
 * Renders a lesson's Markdown for the terminal: paragraphs and lists wrapped, code set in, emphasis as
 * bold; formulas stay as they are written.
 */
export function renderMarkdown(markdown: string, style: Style, width: number): string[] {
  const lines: string[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) lines.push(...wrap(inline(paragraph.join(" "), style), width));
    paragraph = [];
  };
  let fenced = false;
  for (const line of markdown.split("\n")) {
    const item = /^(\s*)([-*]|\d+\.)\s+(.*)$/.exec(line);
    if (/^\s*(?:```|~~~)/.test(line)) {
      flush();
      fenced = !fenced;
    } else if (fenced) {
      lines.push(line === "" ? "" : style.cyan(`    ${line}`));
    } else if (line.trim() === "") {
      flush();
      if (lines.at(-1) !== "") lines.push("");
    } else if (/^#{1,6} /.test(line)) {
      flush();
      lines.push(style.bold(line.replace(/^#+ /, "")));
    } else if (item) {
      flush();
      paragraph = [];
      const text = wrap(inline(item[3], style), width - item[1].length - 2);
      const bullet = /\d/.test(item[2]) ? `${item[2]} ` : "- ";
      lines.push(`${item[1]}${bullet}${text[0]}`);
      lines.push(...indent(text.slice(1), `${item[1]}${" ".repeat(bullet.length)}`));
    } else {
      paragraph.push(line.trim());
    }
  }
  flush();
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

function inline(text: string, style: Style): string {
  return text
    .replace(/`([^`]+)`/g, (_, code: string) => style.cyan(code))
    .replace(/\*\*([^*]+)\*\*/g, (_, bold: string) => style.bold(bold))
    .replace(/(^|[\s(])[_*](\S[^_*]*\S|\S)[_*](?=$|[\s).,;:])/g, "$1$2")
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, "$1 ($2)");
}

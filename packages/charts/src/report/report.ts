import { createHash } from "node:crypto";
import { escapeMarkup } from "../escape-markup.ts";
import { checkSvg } from "./check-svg.ts";
import { reportStyle } from "./style.ts";
import { type Table, tableHtml } from "./table.ts";

export interface Figure {
  readonly title: string;
  /** An SVG as the chart functions give it. */
  readonly svg: string;
  readonly caption?: string;
  /** The numbers in the picture, for readers who do not see it. */
  readonly table: Table;
}

export interface Section {
  readonly title: string;
  /** Plain text; an empty line begins a new paragraph. */
  readonly body?: string;
  readonly figures?: readonly Figure[];
  readonly tables?: readonly Table[];
}

export interface Report {
  readonly title: string;
  readonly subtitle?: string;
  readonly sections: readonly Section[];
}

/**
 * One self-contained HTML page: no script, no network (its own content security policy forbids both),
 * light or dark as the reader's system is, readable on a phone and on paper. All text is escaped.
 */
export function report({ title, subtitle, sections }: Report): string {
  const ids = sectionIds(sections);
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${createHash("sha256").update(reportStyle).digest("base64")}'; base-uri 'none'; form-action 'none'`;
  const links = sections.map(
    (section, i) => `<li><a href="#${ids[i] ?? ""}">${escapeMarkup(section.title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeMarkup(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>${escapeMarkup(title)}</h1>
${subtitle === undefined ? "" : `<p class="subtitle">${escapeMarkup(subtitle)}</p>`}
</header>
${sections.length > 1 ? `<nav aria-label="Contents"><ol>${links.join("")}</ol></nav>` : ""}
<main>
${sections.map((section, i) => sectionHtml(section, ids[i] ?? "")).join("\n")}
</main>
</body>
</html>
`;
}

function sectionHtml({ title, body = "", figures = [], tables = [] }: Section, id: string): string {
  const paragraphs = body
    .split(/\n\s*\n/)
    .filter((text) => text.trim() !== "")
    .map((text) => `<p>${escapeMarkup(text.trim())}</p>`);
  const pictures =
    figures.length === 0 ? [] : [`<div class="figures">${figures.map(figureHtml).join("")}</div>`];
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeMarkup(title)}</h2>\n${[...paragraphs, ...tables.map(tableHtml), ...pictures].join("\n")}\n</section>`;
}

function figureHtml({ title, svg, caption, table }: Figure): string {
  const note = caption === undefined ? "" : `<figcaption>${escapeMarkup(caption)}</figcaption>`;
  return `<figure><h3>${escapeMarkup(title)}</h3>${checkSvg(svg)}${note}<details><summary>Data of this chart</summary>${tableHtml(table)}</details></figure>`;
}

/** Anchors from the titles; a number keeps two of the same title apart. */
function sectionIds(sections: readonly Section[]): string[] {
  return sections.map(({ title }, index) => {
    const words = title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    return `s${index + 1}-${words || "section"}`;
  });
}

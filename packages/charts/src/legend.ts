import type { SvgElement } from "./serialize.ts";

export interface LegendItem {
  readonly name: string;
  readonly color: string;
  readonly dash?: string;
  /** How the series is drawn: a line, a filled area or points. */
  readonly shape?: "line" | "square" | "dot";
}

interface Placed extends LegendItem {
  readonly x: number;
}

export const rowHeight = 20;
const swatch = 22;
const gap = 16;
const characterWidth = 6.9;

/** Puts the items into rows of at most `width`. Text width is estimated: there is no font to measure with. */
export function legendRows(items: readonly LegendItem[], width: number): Placed[][] {
  const rows: Placed[][] = [];
  let x = Infinity;
  for (const item of items) {
    const name = shorten(item.name, Math.floor((width - swatch) / characterWidth));
    const itemWidth = swatch + name.length * characterWidth;
    if (x + itemWidth > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ ...item, name, x });
    x += itemWidth + gap;
  }
  return rows;
}

/** Text of at most `length` characters, cut with an ellipsis. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(length - 1, 1)).trimEnd()}\u2026`;
}

export function legendGroup(
  document: {
    createElementNS(namespace: string, name: string): SvgElement;
    createTextNode(text: string): SvgElement;
  },
  rows: readonly (readonly Placed[])[],
  left: number,
): SvgElement {
  const make = (
    name: string,
    attributes: Record<string, string | number>,
    children: SvgElement[] = [],
  ) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    for (const child of children) element.appendChild(child);
    return element;
  };
  const mark = ({ x, color, dash = "", shape = "line" }: Placed, y: number) => {
    if (shape === "square")
      return make("rect", { x, y: y - 5, width: 14, height: 10, rx: 2, fill: color });
    if (shape === "dot") return make("circle", { cx: x + 8, cy: y, r: 4, fill: color });
    return make("line", {
      x1: x,
      x2: x + 17,
      y1: y,
      y2: y,
      stroke: color,
      "stroke-width": 2,
      "stroke-dasharray": dash,
    });
  };
  const items = rows.flatMap((row, index) => {
    const y = index * rowHeight + rowHeight / 2;
    return row.flatMap((item) => [
      mark(item, y),
      make("text", { x: item.x + swatch, y, dy: "0.32em", "text-anchor": "start" }, [
        document.createTextNode(item.name),
      ]),
    ]);
  });
  return make("g", { transform: `translate(${left},0)` }, items);
}

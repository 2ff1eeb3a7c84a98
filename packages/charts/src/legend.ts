import { makeSvg } from "./make-svg.ts";
import { shorten, textWidth } from "./text-width.ts";

export interface LegendItem {
  readonly name: string;
  readonly color: string;
  readonly dash?: string;
  /** SVG path of the series' symbol around (0, 0), or "area" for a filled patch; a line without it. */
  readonly symbol?: string;
}

interface Placed extends LegendItem {
  readonly x: number;
}

export const rowHeight = 20;
const swatch = 23;
const gap = 18;

/** Puts the items into rows of at most `width`; a name that is wider alone is cut. */
export function legendRows(items: readonly LegendItem[], width: number): Placed[][] {
  const rows: Placed[][] = [];
  let x = Infinity;
  for (const item of items) {
    const name = shorten(item.name, width - swatch);
    const itemWidth = swatch + textWidth(name);
    if (x + itemWidth > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ ...item, name, x });
    x += itemWidth + gap;
  }
  return rows;
}

/** The legend as a group whose top left corner is (0, 0). */
export function legendGroup(rows: readonly (readonly Placed[])[]): SVGElement {
  const items = rows.flatMap((row, index) => {
    const y = index * rowHeight + rowHeight / 2;
    return row.flatMap((item) => [
      legendMark(item, y),
      makeSvg("text", { x: item.x + swatch, y, dy: "0.32em", "text-anchor": "start" }, item.name),
    ]);
  });
  return makeSvg("g", {}, items);
}

function legendMark({ x, color, dash = "", symbol }: Placed, y: number): SVGElement {
  if (symbol === "area") {
    return makeSvg("rect", { x, y: y - 5, width: 16, height: 10, rx: 2, fill: color });
  }
  if (symbol !== undefined) {
    return makeSvg("path", { d: symbol, fill: color, transform: `translate(${x + 8},${y})` });
  }
  return makeSvg("line", {
    x1: x,
    x2: x + 17,
    y1: y,
    y2: y,
    stroke: color,
    "stroke-width": 2,
    "stroke-dasharray": dash || undefined,
  });
}

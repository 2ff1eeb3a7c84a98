import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { legendGroup, type LegendItem, legendRows, rowHeight } from "./legend.ts";
import { serialize, type SvgElement } from "./serialize.ts";
import { ink } from "./theme.ts";

const { document } = parseHTML("<!doctype html><html></html>");

/** Drawn 400 wide with 13 px text: a phone shows it 0.8 times as large, a desktop column 1.1 times. */
export const chartWidth = 400;
export const fontSize = 13;

export interface ChartOptions {
  /** What the chart shows, in a sentence: read out in place of the picture. */
  readonly label?: string;
  /** Height in units of which the chart is 400 wide. */
  readonly height?: number;
}

export interface Drawing {
  readonly label: string;
  readonly height: number;
  readonly plot: Plot.PlotOptions;
  readonly legend?: readonly LegendItem[];
}

/** Draws with Observable Plot, puts the legend above the frame and gives the SVG as text. */
export function render({ label, height, plot, legend = [] }: Drawing): string {
  const left = plot.marginLeft ?? 48;
  const rows = legendRows(legend, chartWidth - left);
  const legendHeight = rows.length * rowHeight;
  const marginTop = (plot.marginTop ?? 20) + legendHeight;
  const svg: SvgElement = Plot.plot({
    marginRight: 16,
    marginBottom: 44,
    ...plot,
    document,
    width: chartWidth,
    height: height + legendHeight,
    marginLeft: left,
    marginTop,
    style: undefined,
  });
  for (const group of svg.querySelectorAll("[aria-label]")) group.removeAttribute("aria-label");
  svg.querySelector("style")?.remove();
  for (const [name, value] of Object.entries({
    xmlns: "http://www.w3.org/2000/svg",
    class: "chart",
    role: "img",
    "aria-label": label,
    "font-size": String(fontSize),
    fill: ink.text,
  })) {
    svg.setAttribute(name, value);
  }
  if (rows.length > 0) svg.appendChild(legendGroup(document, rows, left));
  return serialize(svg);
}

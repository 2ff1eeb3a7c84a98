import * as Plot from "@observablehq/plot";
import { legendGroup, type LegendItem, legendRows, rowHeight } from "./legend.ts";
import { document, rootAttributes } from "./make-svg.ts";
import { serialize } from "./serialize.ts";

/** Drawn 380 wide with 13 px text, so that the text of a chart is 11 px on a phone 360 wide and 15 px in a desktop column. */
export const chartWidth = 380;
/** Room to the right of the frame, where a chart does not ask for another. */
export const marginRight = 24;

export interface ChartOptions {
  /** What the chart shows, in a sentence: read out in place of the picture. */
  readonly label?: string;
  /** Height without the legend, in units of which the chart is 380 wide. */
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
  const rows = legendRows(legend, chartWidth);
  const legendHeight = rows.length > 0 ? rows.length * rowHeight + 4 : 0;
  const total = height + legendHeight;
  const svg = Plot.plot({
    marginRight,
    marginBottom: 46,
    ...plot,
    document,
    width: chartWidth,
    height: total,
    marginLeft: left,
    marginTop: (plot.marginTop ?? 10) + legendHeight,
  });
  svg.querySelector("style")?.remove();
  // Plot names its groups ("y-axis tick"): noise inside a picture that is read out as one.
  for (const group of svg.querySelectorAll("[aria-label]")) group.removeAttribute("aria-label");
  for (const [name, value] of Object.entries(rootAttributes(label, chartWidth, total))) {
    svg.setAttribute(name, String(value));
  }
  if (rows.length > 0) svg.appendChild(legendGroup(rows));
  return serialize(svg);
}

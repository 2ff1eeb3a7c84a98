import * as Plot from "@observablehq/plot";
import { type Axis, plotAxis } from "./axis.ts";
import { ink } from "./theme.ts";

/** How every axis looks: numbers in a quiet tone, no tick lines. */
export const axisStyle = {
  tickSize: 0,
  tickPadding: 6,
  labelArrow: "none",
  fill: ink.muted,
} as const;
export const gridStyle = { stroke: ink.grid, strokeOpacity: 1 } as const;
export const bottomLabel = { labelAnchor: "center", labelOffset: 38 } as const;

/** Scales, grid and axes of a chart of y against x; the data marks go between grid and axes. */
export function frame(
  x: Axis,
  y: Axis,
  xValues: Iterable<number>,
  yValues: Iterable<number>,
  marks: Plot.Markish[],
): Plot.PlotOptions {
  const across = plotAxis(x, xValues, 6);
  const up = plotAxis(y, yValues);
  return {
    x: across.scale,
    y: up.scale,
    marks: [
      Plot.gridY({ ...gridStyle, ticks: up.ticks.ticks }),
      ...marks,
      Plot.axisX({ ...axisStyle, ...bottomLabel, ...across.ticks }),
      Plot.axisY({ ...axisStyle, labelAnchor: "top", ...up.ticks }),
    ],
  };
}

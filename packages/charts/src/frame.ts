import * as Plot from "@observablehq/plot";
import { type Axis, plotAxis, type PlotAxis, ticksWidth, withRoom } from "./axis.ts";
import { chartWidth, marginRight } from "./render.ts";
import { ink } from "./theme.ts";

const axisStyle = { tickSize: 0, labelArrow: "none", fill: ink.muted } as const;
export const gridStyle = { stroke: ink.grid, strokeOpacity: 1 } as const;
/** A page-coloured edge around text that lies on lines. */
export const halo = { stroke: ink.page, strokeWidth: 4, strokeLinejoin: "round" } as const;

/** The axis at the bottom, its label centred below the numbers. */
export function bottomAxis(options: Plot.AxisXOptions): Plot.Markish {
  return Plot.axisX({
    ...axisStyle,
    tickPadding: 9,
    labelAnchor: "center",
    labelOffset: 41,
    ...options,
  });
}

/** A value of x worth a name. */
export interface Mark {
  readonly x: number;
  readonly label: string;
}

/** Scales, grid and axes of a chart of y against x, with the data marks between grid and axes and the y label above the frame. */
export function frame(
  x: Axis,
  y: Axis,
  xValues: Iterable<number>,
  yValues: Iterable<number>,
  dataMarks: Plot.Markish[],
  marks: readonly Mark[] = [],
): Plot.PlotOptions {
  const up = plotAxis(y, yValues);
  const marginLeft = Math.max(48, Math.ceil(ticksWidth(up)) + 16);
  const across = withRoom(plotAxis(x, xValues, 6), chartWidth - marginLeft - marginRight);
  const labelRow = marks.length > 0 ? 28 : 14;
  const above = { textAnchor: "start", lineAnchor: "bottom", fill: ink.muted } as const;
  const yLabel = { ...above, frameAnchor: "top-left", dx: -marginLeft, dy: -labelRow } as const;
  return {
    x: across.scale,
    y: { ...up.scale, label: null },
    marginLeft,
    marginTop: labelRow + 18,
    marks: [
      Plot.gridY({ ...gridStyle, ticks: up.ticks.ticks }),
      Plot.ruleX(marks, { x: "x", stroke: ink.muted, strokeDasharray: "3 3" }),
      ...marks.map((mark) =>
        Plot.text([mark], {
          ...above,
          x: "x",
          text: "label",
          textAnchor: anchorAt(mark.x, across),
          frameAnchor: "top",
          dy: -6,
        }),
      ),
      ...dataMarks,
      bottomAxis(across.ticks),
      Plot.axisY({ ...axisStyle, tickPadding: 7, label: null, ...up.ticks }),
      Plot.text([up.scale.label], yLabel),
    ],
  };
}

/** Text near an end of the axis grows inwards. */
function anchorAt(value: number, { scale }: PlotAxis): "start" | "middle" | "end" {
  const [low = 0, high = 1] = Array.from(scale.domain ?? [], Number);
  const place =
    scale.type === "log"
      ? Math.log(value / low) / Math.log(high / low)
      : (value - low) / (high - low);
  if (place < 0.2) return "start";
  return place > 0.8 ? "end" : "middle";
}

import * as Plot from "@observablehq/plot";
import type { Axis } from "./axis.ts";
import { checkSameLength, checkSeries } from "./check.ts";
import { frame } from "./frame.ts";
import { type ChartOptions, render } from "./render.ts";
import { ink, seriesStyle } from "./theme.ts";

export interface LineSeries {
  readonly name: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Shaded from `low` to `high` around the line, such as an interval. */
  readonly band?: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> };
  /** Dots on the points: for a few measured values. */
  readonly points?: boolean;
}

export interface LineChart extends ChartOptions {
  readonly series: readonly LineSeries[];
  readonly x: Axis;
  readonly y: Axis;
  /** Vertical lines at values worth a name, such as the chosen penalty. */
  readonly marks?: readonly { readonly x: number; readonly label: string }[];
}

/** Lines of y against x, one a series, with optional bands; NaN leaves a gap. */
export function lineChart({ series, x, y, marks = [], label, height = 270 }: LineChart): string {
  checkSeries("lineChart", series);
  const lines = series.map((s, index) => {
    checkSameLength(`lineChart: series "${s.name}"`, { x: s.x, y: s.y, ...s.band });
    const rows = Array.from(s.x, (value, i) => ({
      x: value,
      y: s.y[i] ?? NaN,
      low: s.band?.low[i] ?? NaN,
      high: s.band?.high[i] ?? NaN,
    }));
    return { ...s, rows, style: seriesStyle(index) };
  });
  const rows = lines.flatMap((line) => line.rows);
  const top = { frameAnchor: "top", lineAnchor: "bottom", dy: -4 } as const;
  return render({
    label: label ?? `${y.label} against ${x.label}: ${series.map((s) => s.name).join(", ")}`,
    height,
    legend: series.length > 1 ? lines.map(({ name, style }) => ({ name, ...style })) : [],
    plot: frame(
      x,
      y,
      rows.map((row) => row.x).concat(marks.map((mark) => mark.x)),
      rows.flatMap((row) => [row.y, row.low, row.high]),
      [
        ...lines
          .filter((line) => line.band)
          .map(({ rows: data, style }) =>
            Plot.areaY(data, {
              x: "x",
              y1: "low",
              y2: "high",
              fill: style.color,
              fillOpacity: 0.18,
            }),
          ),
        Plot.ruleX(marks, { x: "x", stroke: ink.muted, strokeDasharray: "3 3" }),
        Plot.text(marks, { x: "x", text: "label", fill: ink.muted, ...top }),
        ...lines.map(({ rows: data, style }) =>
          Plot.lineY(data, {
            x: "x",
            y: "y",
            stroke: style.color,
            strokeWidth: 2,
            strokeDasharray: style.dash || undefined,
          }),
        ),
        ...lines
          .filter((line) => line.points)
          .map(({ rows: data, style }) =>
            Plot.dot(data, { x: "x", y: "y", r: 3, fill: style.color }),
          ),
      ],
    ),
  });
}

import * as Plot from "@observablehq/plot";
import type { Axis } from "./axis.ts";
import { checkSameLength, checkSeries } from "./check.ts";
import { frame, type Mark } from "./frame.ts";
import { type ChartOptions, render } from "./render.ts";
import { seriesStyle } from "./theme.ts";

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
  readonly marks?: readonly Mark[];
}

/** Lines of y against x, one a series, with optional bands; NaN leaves a gap. Throws a RangeError without series or for lists of different lengths. */
export function lineChart({ series, x, y, marks = [], label, height = 270 }: LineChart): string {
  checkSeries("lineChart", series);
  const lines = series.map((line, index) => ({
    ...line,
    ...seriesStyle(index),
    rows: pointsOf(line),
  }));
  const rows = lines.flatMap((line) => line.rows);
  const xValues = [...rows.map((row) => row.x), ...marks.map((mark) => mark.x)];
  const yValues = rows.flatMap((row) => [row.y, row.low, row.high]);
  const drawn = [
    ...lines
      .filter((line) => line.band)
      .map((line) =>
        Plot.areaY(line.rows, {
          x: "x",
          y1: "low",
          y2: "high",
          fill: line.color,
          fillOpacity: 0.18,
        }),
      ),
    ...lines.map((line) =>
      Plot.lineY(line.rows, {
        x: "x",
        y: "y",
        stroke: line.color,
        strokeWidth: 2,
        strokeDasharray: line.dash || undefined,
      }),
    ),
    ...lines
      .filter((line) => line.points)
      .map((line) => Plot.dot(line.rows, { x: "x", y: "y", r: 3, fill: line.color })),
  ];
  return render({
    label: label ?? `${y.label} against ${x.label}: ${series.map((line) => line.name).join(", ")}`,
    height,
    legend: series.length > 1 ? lines : [],
    plot: frame(x, y, xValues, yValues, drawn, marks),
  });
}

function pointsOf({ name, x, y, band }: LineSeries) {
  checkSameLength(`lineChart: series "${name}"`, { x, y, ...band });
  return Array.from(x, (value, i) => ({
    x: value,
    y: y[i] ?? NaN,
    low: band?.low[i] ?? NaN,
    high: band?.high[i] ?? NaN,
  }));
}

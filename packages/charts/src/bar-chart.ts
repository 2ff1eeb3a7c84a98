import * as Plot from "@observablehq/plot";
import { type Axis, extent, plotAxis } from "./axis.ts";
import { checkSeries } from "./check.ts";
import { axisStyle, bottomLabel, gridStyle } from "./frame.ts";
import { shorten } from "./legend.ts";
import { type ChartOptions, render } from "./render.ts";
import { ink, seriesStyle } from "./theme.ts";

export interface BarChart extends ChartOptions {
  readonly bars: readonly {
    readonly name: string;
    readonly value: number;
    /** Ends of an interval, drawn as a line over the bar's end. */
    readonly low?: number;
    readonly high?: number;
  }[];
  /** The axis of the values; it always includes zero. */
  readonly x: Axis;
  /** A dashed line at a value to compare with, such as a baseline. */
  readonly reference?: number;
}

/** Horizontal bars from zero, in the order given, with the value at the end: long names stay readable on a phone. */
export function barChart({ bars, x, reference, label, height }: BarChart): string {
  checkSeries("barChart", bars);
  const format = x.format ?? ((value: number) => String(Number(value.toPrecision(3))));
  const values = bars.flatMap(({ value, low = value, high = value }) => [value, low, high]);
  const [low, high] =
    x.domain ?? extent([0, ...values, ...(reference === undefined ? [] : [reference])]);
  const rows = bars.map((bar, index) => ({ low: bar.value, high: bar.value, ...bar, index }));
  const margin = nameMargin(bars.map((bar) => bar.name));
  const axis = plotAxis({ ...x, format, domain: [Math.min(0, low), Math.max(0, high)] }, []);
  return render({
    label:
      label ?? `${x.label}: ${bars.map((bar) => `${bar.name} ${format(bar.value)}`).join(", ")}`,
    height: height ?? 64 + 30 * bars.length,
    plot: {
      marginLeft: margin.width,
      marginTop: 8,
      marginRight: 52,
      x: axis.scale,
      y: { type: "band", label: null, padding: 0.28, domain: rows.map((row) => row.index) },
      marks: [
        Plot.gridX({ ...gridStyle, ticks: axis.ticks.ticks }),
        Plot.barX(rows, { x: "value", y: "index", fill: seriesStyle(0).color, rx2: 2 }),
        Plot.ruleY(
          rows.filter((row) => row.low < row.high),
          { x1: "low", x2: "high", y: "index", stroke: ink.text, strokeWidth: 1.5 },
        ),
        Plot.ruleX([0], { stroke: ink.muted }),
        ...(reference === undefined
          ? []
          : [Plot.ruleX([reference], { stroke: ink.text, strokeDasharray: "3 3" })]),
        Plot.text(rows, {
          x: (row: { value: number; high: number }) => Math.max(row.value, row.high, 0),
          y: "index",
          text: (row: { value: number }) => format(row.value),
          textAnchor: "start",
          dx: 6,
          fill: ink.text,
        }),
        Plot.axisY({
          tickSize: 0,
          tickPadding: 8,
          label: null,
          fill: ink.text,
          tickFormat: (index: number) => margin.names[index] ?? "",
        }),
        Plot.axisX({ ...axisStyle, ...bottomLabel, ...axis.ticks }),
      ],
    },
  });
}

/** Room for row names at the left, at most two fifths of the chart; longer names are cut. */
export function nameMargin(names: readonly string[]): { width: number; names: string[] } {
  const short = names.map((name) => shorten(name, 21));
  return { names: short, width: Math.max(...short.map((name) => name.length)) * 7 + 14 };
}

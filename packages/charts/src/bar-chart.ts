import * as Plot from "@observablehq/plot";
import { type Axis, extent, plotAxis, withRoom } from "./axis.ts";
import { checkSeries } from "./check.ts";
import { bottomAxis, gridStyle, halo } from "./frame.ts";
import { nameAxis } from "./name-axis.ts";
import { chartWidth, type ChartOptions, render } from "./render.ts";
import { textWidth } from "./text-width.ts";
import { ink, seriesStyle } from "./theme.ts";

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Ends of an interval, drawn as a line over the bar's end. */
  readonly low?: number;
  readonly high?: number;
}

export interface BarChart extends ChartOptions {
  readonly bars: readonly Bar[];
  /** The axis of the values; it always includes zero. */
  readonly x: Axis;
  /** A dashed line at a value to compare with, such as a baseline. */
  readonly reference?: number;
}

/** Horizontal bars from zero, in the order given, with the value at the end: long names stay readable on a phone. Throws a RangeError without bars. */
export function barChart({ bars, x, reference, label, height }: BarChart): string {
  checkSeries("barChart", bars);
  const format = x.format ?? ((value: number) => String(Number(value.toPrecision(3))));
  const rows = bars.map(({ name, value, low = value, high = value }, index) => {
    return { name, value, low, high, index, text: format(value), end: Math.max(value, high, 0) };
  });
  const references = reference === undefined ? [] : [reference];
  const values = [0, ...references, ...rows.flatMap((row) => [row.value, row.low, row.high])];
  const [low, high] = x.domain ?? extent(values);
  const { marginLeft, mark: names } = nameAxis(bars.map((bar) => bar.name));
  const marginRight = Math.ceil(Math.max(...rows.map((row) => textWidth(row.text)))) + 14;
  const axis = withRoom(
    plotAxis({ ...x, format, domain: [Math.min(0, low), Math.max(0, high)] }, []),
    chartWidth - marginLeft - marginRight,
  );
  const whiskers = rows.filter((row) => row.low < row.high);
  return render({
    label: label ?? `${x.label}: ${rows.map((row) => `${row.name} ${row.text}`).join(", ")}`,
    height: height ?? 58 + 30 * rows.length,
    plot: {
      marginLeft,
      marginRight,
      x: axis.scale,
      y: { type: "band", label: null, padding: 0.28, domain: rows.map((row) => row.index) },
      marks: [
        Plot.gridX({ ...gridStyle, ticks: axis.ticks.ticks }),
        Plot.barX(rows, { x: "value", y: "index", fill: seriesStyle(0).color }),
        Plot.ruleX([0], { stroke: ink.muted }),
        Plot.ruleX(references, { stroke: ink.text, strokeDasharray: "3 3" }),
        Plot.ruleY(whiskers, { x1: "low", x2: "high", y: "index", ...halo, strokeOpacity: 0.8 }),
        Plot.ruleY(whiskers, {
          x1: "low",
          x2: "high",
          y: "index",
          stroke: ink.text,
          strokeWidth: 1.5,
        }),
        Plot.text(rows, {
          x: "end",
          y: "index",
          text: "text",
          textAnchor: "start",
          dx: 7,
          fill: ink.text,
          ...halo,
        }),
        names,
        bottomAxis(axis.ticks),
      ],
    },
  });
}

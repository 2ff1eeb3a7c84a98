import * as Plot from "@observablehq/plot";
import { type Axis, extent, plotAxis } from "./axis.ts";
import { nameMargin } from "./bar-chart.ts";
import { checkSeries } from "./check.ts";
import { axisStyle, bottomLabel, gridStyle } from "./frame.ts";
import { type ChartOptions, render } from "./render.ts";
import { ink, seriesStyle } from "./theme.ts";

export interface CoefficientChart extends ChartOptions {
  readonly coefficients: readonly {
    readonly name: string;
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** The axis of the estimates; odds ratios want `scale: "log"`. */
  readonly x?: Axis;
  /** The value of "no effect": 0 for coefficients (default), 1 for odds ratios (default on a log axis). */
  readonly reference?: number;
}

/** A dot for each estimate and a line from the low to the high end of its interval, in the order given; hollow where the interval holds the reference. */
export function coefficientChart({
  coefficients,
  x = { label: "Coefficient" },
  reference = x.scale === "log" ? 1 : 0,
  label,
  height,
}: CoefficientChart): string {
  checkSeries("coefficientChart", coefficients);
  const rows = coefficients.map((coefficient, index) => ({
    ...coefficient,
    index,
    clear: coefficient.low > reference || coefficient.high < reference,
  }));
  const values = rows.flatMap(({ estimate, low, high }) => [estimate, low, high]);
  const margin = nameMargin(rows.map((row) => row.name));
  const { color } = seriesStyle(0);
  const axis = plotAxis(
    x.domain ? x : { ...x, domain: padded(extent([reference, ...values], x.scale), x.scale) },
    [],
  );
  return render({
    label:
      label ??
      `${x.label} with intervals: ${rows.map((r) => `${r.name} ${short(r.estimate)} (${short(r.low)} to ${short(r.high)})`).join(", ")}`,
    height: height ?? 64 + 24 * rows.length,
    plot: {
      marginLeft: margin.width,
      marginTop: 8,
      x: axis.scale,
      y: { type: "point", label: null, domain: rows.map((row) => row.index), padding: 0.6 },
      marks: [
        Plot.gridX({ ...gridStyle, ticks: axis.ticks.ticks }),
        Plot.ruleX([reference], { stroke: ink.muted, strokeWidth: 1.5 }),
        Plot.link(rows, { x1: "low", x2: "high", y: "index", stroke: color, strokeWidth: 2 }),
        Plot.dot(rows, {
          x: "estimate",
          y: "index",
          r: 4,
          stroke: color,
          strokeWidth: 2,
          fill: (row: { clear: boolean }) => (row.clear ? color : "var(--page, Canvas)"),
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

const short = (value: number) => String(Number(value.toPrecision(3)));

/** A twentieth of the range on both sides, so that no dot lies on the frame. */
function padded([low, high]: [number, number], scale: Axis["scale"] = "linear"): [number, number] {
  if (scale === "log") {
    const factor = (high / low) ** 0.05;
    return [low / factor, high * factor];
  }
  const space = (high - low) * 0.05;
  return [low - space, high + space];
}

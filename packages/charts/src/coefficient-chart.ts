import * as Plot from "@observablehq/plot";
import { type Axis, extent, padded, plotAxis } from "./axis.ts";
import { checkSeries } from "./check.ts";
import { bottomAxis, gridStyle } from "./frame.ts";
import { nameAxis } from "./name-axis.ts";
import { type ChartOptions, render } from "./render.ts";
import { ink, seriesStyle } from "./theme.ts";

export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  /** Ends of its interval. */
  readonly low: number;
  readonly high: number;
}

export interface CoefficientChart extends ChartOptions {
  readonly coefficients: readonly Coefficient[];
  /** The axis of the estimates; odds ratios want `scale: "log"`. */
  readonly x?: Axis;
  /** The value of "no effect": 0 for coefficients (default), 1 for odds ratios (default on a log axis). */
  readonly reference?: number;
}

/**
 * A dot for each estimate and a line over its interval, in the order given; the dot is hollow where
 * the interval holds the reference. Throws a RangeError without coefficients.
 */
export function coefficientChart({
  coefficients,
  x = { label: "Coefficient" },
  reference = x.scale === "log" ? 1 : 0,
  label,
  height,
}: CoefficientChart): string {
  checkSeries("coefficientChart", coefficients);
  const { color } = seriesStyle(0);
  const rows = coefficients.map((row, index) => {
    return { ...row, index, fill: row.low > reference || row.high < reference ? color : ink.page };
  });
  const values = [reference, ...rows.flatMap((row) => [row.estimate, row.low, row.high])];
  const axis = plotAxis({ domain: padded(extent(values, x.scale), x.scale), ...x }, []);
  const names = nameAxis(rows.map((row) => row.name));
  const spoken = rows.map(
    (row) => `${row.name} ${short(row.estimate)} (${short(row.low)} to ${short(row.high)})`,
  );
  return render({
    label: label ?? `${x.label} with intervals: ${spoken.join(", ")}`,
    height: height ?? 58 + 25 * rows.length,
    plot: {
      marginLeft: names.marginLeft,
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
          fill: "fill",
        }),
        names.mark,
        bottomAxis(axis.ticks),
      ],
    },
  });
}

const short = (value: number) => String(Number(value.toPrecision(3)));

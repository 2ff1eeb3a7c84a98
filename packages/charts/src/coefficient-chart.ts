import * as Plot from "@observablehq/plot";
import { type Axis, extent, padded, plotAxis, withRoom } from "./axis.ts";
import { checkSeries } from "./check.ts";
import { bottomAxis, gridStyle } from "./frame.ts";
import { nameAxis } from "./name-axis.ts";
import { chartWidth, type ChartOptions, marginRight, render } from "./render.ts";
import { ink, seriesStyle } from "./theme.ts";

export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  /** Ends of its interval; an infinite one reaches the edge, NaN draws none. */
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
  const values = [reference, ...coefficients.flatMap((row) => [row.estimate, row.low, row.high])];
  const domain = x.domain ?? padded(extent(values, x.scale), x.scale);
  const { marginLeft, mark: names } = nameAxis(coefficients.map((row) => row.name));
  const axis = withRoom(plotAxis({ ...x, domain }, []), chartWidth - marginLeft - marginRight);
  const rows = coefficients.map((row, index) => ({
    ...row,
    index,
    from: Math.max(row.low, domain[0]),
    to: Math.min(row.high, domain[1]),
    fill: row.low > reference || row.high < reference ? color : ink.page,
  }));
  const spoken = rows.map(({ name, estimate, low, high }) =>
    Number.isNaN(low) || Number.isNaN(high)
      ? `${name} ${short(estimate)}`
      : `${name} ${short(estimate)} (${short(low)} to ${short(high)})`,
  );
  return render({
    label: label ?? `${x.label} with intervals: ${spoken.join(", ")}`,
    height: height ?? 58 + 25 * rows.length,
    plot: {
      marginLeft,
      x: axis.scale,
      y: { type: "point", label: null, domain: rows.map((row) => row.index), padding: 0.6 },
      marks: [
        Plot.gridX({ ...gridStyle, ticks: axis.ticks.ticks }),
        Plot.ruleX([reference], { stroke: ink.muted, strokeWidth: 1.5 }),
        Plot.link(rows, { x1: "from", x2: "to", y: "index", stroke: color, strokeWidth: 2 }),
        Plot.dot(rows, {
          x: "estimate",
          y: "index",
          r: 4,
          stroke: color,
          strokeWidth: 2,
          fill: "fill",
        }),
        names,
        bottomAxis(axis.ticks),
      ],
    },
  });
}

function short(value: number): string {
  if (Number.isFinite(value)) return String(Number(value.toPrecision(3)));
  return value < 0 ? "minus infinity" : "infinity";
}

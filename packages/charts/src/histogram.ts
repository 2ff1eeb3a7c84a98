import * as Plot from "@observablehq/plot";
import { type Axis, extent } from "./axis.ts";
import { type Bin, bins } from "./bins.ts";
import { checkSameLength, checkSeries } from "./check.ts";
import { frame, type Mark } from "./frame.ts";
import { type ChartOptions, render } from "./render.ts";
import { type SeriesStyle, seriesStyle } from "./theme.ts";

export interface Histogram extends ChartOptions {
  readonly series: readonly { readonly name: string; readonly values: ArrayLike<number> }[];
  readonly x: Axis;
  /** Default: how many values fall into a bin. */
  readonly y?: Axis;
  /** Number of bins over x's domain (default 20). */
  readonly bins?: number;
  /** Draws each series' share instead of its count, so that groups of unlike size compare. */
  readonly share?: boolean;
  readonly marks?: readonly Mark[];
}

/** How often values fall into bins of one width: filled steps, one outline a series; values that are not finite are left out. Throws a RangeError without series, values or bins. */
export function histogram({
  series,
  x,
  share = false,
  y = { label: share ? "Share" : "Count" },
  bins: count = 20,
  marks = [],
  label,
  height = 250,
}: Histogram): string {
  checkSeries("histogram", series);
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`histogram: expected one bin or more, found ${count}`);
  const domain = x.domain ?? extent(series.flatMap(({ values }) => Array.from(values)));
  const drawn = series.map(({ name, values }, index) => {
    checkSameLength(`histogram: series "${name}"`, { values });
    const scale = share ? 1 / values.length : 1;
    const counted = bins(values, count, domain).map((bin) => ({
      ...bin,
      count: bin.count * scale,
    }));
    return { name, counted, ...seriesStyle(index) };
  });
  const tops = drawn.flatMap(({ counted }) => counted.map((bin) => bin.count));
  return render({
    label: label ?? `${y.label} of ${x.label}: ${series.map(({ name }) => name).join(", ")}`,
    height,
    legend: series.length > 1 ? drawn : [],
    plot: frame({ ...x, domain }, y, [], [0, ...tops], drawn.flatMap(steps), marks),
  });
}

function steps({
  counted,
  color,
  dash,
}: SeriesStyle & { counted: readonly Bin[] }): Plot.Markish[] {
  const start = counted[0]?.low ?? 0;
  const end = counted.at(-1)?.high ?? start;
  const tops = counted.flatMap(({ low, high, count }) => [
    [low, count],
    [high, count],
  ]);
  const outline = [[start, 0], ...tops, [end, 0]];
  return [
    Plot.rect(counted, {
      x1: "low",
      x2: "high",
      y1: 0,
      y2: "count",
      fill: color,
      fillOpacity: 0.22,
    }),
    Plot.line(outline, { stroke: color, strokeWidth: 1.75, strokeDasharray: dash || undefined }),
  ];
}

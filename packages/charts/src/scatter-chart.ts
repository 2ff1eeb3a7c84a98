import * as Plot from "@observablehq/plot";
import { type Axis, extent, padded } from "./axis.ts";
import { checkSameLength, checkSeries } from "./check.ts";
import { frame, halo } from "./frame.ts";
import { type ChartOptions, render } from "./render.ts";
import { ink, seriesStyle } from "./theme.ts";

export interface ScatterChart extends ChartOptions {
  readonly series: readonly {
    readonly name: string;
    readonly x: ArrayLike<number>;
    readonly y: ArrayLike<number>;
    /** Written beside each point. */
    readonly names?: readonly string[];
  }[];
  readonly x: Axis;
  readonly y: Axis;
}

/** Plot's symbols, and their outlines around (0, 0) for the legend. */
const symbols = [
  { plot: "circle", path: "M3.6,0A3.6,3.6,0,1,1,-3.6,0A3.6,3.6,0,1,1,3.6,0Z" },
  { plot: "diamond", path: "M0,-5.9L3.4,0L0,5.9L-3.4,0Z" },
  { plot: "triangle", path: "M0,-5.6L4.8,2.8L-4.8,2.8Z" },
  { plot: "square", path: "M-3.2,-3.2H3.2V3.2H-3.2Z" },
  { plot: "plus", path: "M-4.2,-1.4H-1.4V-4.2H1.4V-1.4H4.2V1.4H1.4V4.2H-1.4V1.4H-4.2Z" },
] as const;

/** Points, one symbol and hue a series; a point with NaN is left out. Throws a RangeError without series or for lists of different lengths. */
export function scatterChart({ series, x, y, label, height = 300 }: ScatterChart): string {
  checkSeries("scatterChart", series);
  const groups = series.map((group, index) => {
    checkSameLength(`scatterChart: series "${group.name}"`, { x: group.x, y: group.y });
    const rows = Array.from(group.x, (value, i) => ({
      x: value,
      y: group.y[i] ?? NaN,
      name: group.names?.[i] ?? "",
    }));
    const { plot, path } = symbols[index % symbols.length] ?? symbols[0];
    return { name: group.name, color: seriesStyle(index).color, plot, symbol: path, rows };
  });
  const rows = groups.flatMap((group) => group.rows);
  const across = room(
    x,
    rows.map((row) => row.x),
  );
  const up = room(
    y,
    rows.map((row) => row.y),
  );
  const points = groups.flatMap(({ rows: data, color, plot }) => [
    Plot.dot(data, { x: "x", y: "y", r: 3.6, fill: color, fillOpacity: 0.75, symbol: plot }),
    ...nameMarks(data, across),
  ]);
  return render({
    label: label ?? `${y.label} against ${x.label}: ${series.map(({ name }) => name).join(", ")}`,
    height,
    legend: series.length > 1 ? groups : [],
    plot: frame(across, up, [], [], points),
  });
}

function room(axis: Axis, values: readonly number[]): Axis {
  return { domain: padded(extent(values, axis.scale), axis.scale), ...axis };
}

/** Names stand to the right of their points, in the right half of the chart to the left. */
function nameMarks(
  points: readonly { x: number; name: string }[],
  { domain = [0, 1], scale }: Axis,
): Plot.Markish[] {
  const [low, high] = domain;
  const middle = scale === "log" ? Math.sqrt(low * high) : (low + high) / 2;
  const style = { x: "x", y: "y", text: "name", fill: ink.text, ...halo } as const;
  const named = points.filter((point) => point.name !== "");
  return [
    Plot.text(
      named.filter((point) => point.x <= middle),
      { ...style, textAnchor: "start", dx: 9 },
    ),
    Plot.text(
      named.filter((point) => point.x > middle),
      { ...style, textAnchor: "end", dx: -9 },
    ),
  ];
}

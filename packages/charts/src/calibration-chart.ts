import * as Plot from "@observablehq/plot";
import { bins } from "./bins.ts";
import { checkSameLength, checkSeries } from "./check.ts";
import { type ChartOptions, render } from "./render.ts";
import { ink, seriesStyle } from "./theme.ts";
import { unitSquare } from "./unit-square.ts";

export interface CalibrationChart extends ChartOptions {
  readonly curves: readonly {
    readonly name: string;
    /** Mean predicted probability of each bin. */
    readonly predicted: ArrayLike<number>;
    /** Share of positives in each bin. */
    readonly observed: ArrayLike<number>;
  }[];
  /** All predicted probabilities of the first curve: their histogram is drawn below. */
  readonly scores?: ArrayLike<number>;
}

/**
 * Observed share against predicted probability, bin by bin; on the dashed diagonal a forecast means
 * what it says. Throws a RangeError without curves or for lists of different lengths.
 */
export function calibrationChart({
  curves,
  scores,
  label,
  height = scores ? 400 : 350,
}: CalibrationChart): string {
  checkSeries("calibrationChart", curves);
  for (const { name, predicted, observed } of curves) {
    checkSameLength(`calibrationChart: curve "${name}"`, { predicted, observed });
  }
  return render({
    label:
      label ??
      `Calibration: observed share against predicted probability of ${curves.map((curve) => curve.name).join(", ")}`,
    height,
    legend: curves.map(({ name }, index) => ({ name, ...seriesStyle(index) })),
    plot: unitSquare({
      x: "Predicted probability",
      y: "Observed share",
      curves: curves.map(({ predicted, observed }) => ({
        x: predicted,
        y: observed,
        points: true,
      })),
      reference: [
        [0, 0],
        [1, 1],
      ],
      ...(scores ? { below: scoreHistogram(scores) } : {}),
    }),
  });
}

const depth = 0.26;

/** How many forecasts fall into each twentieth, as bars below the square. */
function scoreHistogram(scores: ArrayLike<number>) {
  const counted = bins(scores, 20, [0, 1]);
  const most = Math.max(1, ...counted.map((bin) => bin.count));
  const rows = counted.map((bin) => ({ ...bin, top: -depth + (bin.count / most) * 0.17 }));
  const style = { fill: seriesStyle(0).color, fillOpacity: 0.45, insetLeft: 0.5, insetRight: 0.5 };
  return {
    depth,
    marks: [
      Plot.rect(rows, { x1: "low", x2: "high", y1: -depth, y2: "top", ...style }),
      Plot.ruleY([-depth], { stroke: ink.muted }),
      Plot.text([`Forecasts in each bin, at most ${most}`], {
        x: 0,
        y: -0.05,
        textAnchor: "start",
        dx: 4,
        fontSize: 12,
        fill: ink.muted,
      }),
    ],
  };
}

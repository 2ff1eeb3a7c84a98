import { checkSameLength, checkSeries } from "./check.ts";
import { type ChartOptions, render } from "./render.ts";
import { seriesStyle } from "./theme.ts";
import { unitSquare } from "./unit-square.ts";

export interface CalibrationChart extends ChartOptions {
  readonly curves: readonly {
    readonly name: string;
    /** Mean predicted probability of each bin. */
    readonly predicted: ArrayLike<number>;
    /** Share of positives in each bin. */
    readonly observed: ArrayLike<number>;
  }[];
}

/** Observed share against predicted probability, bin by bin; on the dashed diagonal a forecast means what it says. */
export function calibrationChart({ curves, label, height = 360 }: CalibrationChart): string {
  checkSeries("calibrationChart", curves);
  for (const { name, predicted, observed } of curves)
    checkSameLength(`calibrationChart: curve "${name}"`, { predicted, observed });
  return render({
    label:
      label ??
      `Calibration of ${curves.map((curve) => curve.name).join(", ")}: observed share against predicted probability`,
    height,
    legend: curves.map(({ name }, index) => ({ name, ...seriesStyle(index) })),
    plot: unitSquare(
      "Predicted probability",
      "Observed share",
      curves.map(({ name, predicted, observed }) => ({
        name,
        x: predicted,
        y: observed,
        points: true,
      })),
      [
        [0, 0],
        [1, 1],
      ],
    ),
  });
}

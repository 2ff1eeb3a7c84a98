import { checkSameLength, checkSeries } from "./check.ts";
import { type ChartOptions, render } from "./render.ts";
import { seriesStyle } from "./theme.ts";
import { unitSquare } from "./unit-square.ts";

export interface PrecisionRecallChart extends ChartOptions {
  readonly curves: readonly {
    readonly name: string;
    readonly precision: ArrayLike<number>;
    readonly recall: ArrayLike<number>;
    /** Average precision, written into the legend. */
    readonly averagePrecision?: number;
  }[];
  /** Share of positives: the precision of guessing, drawn as a dashed line. */
  readonly prevalence?: number;
}

/** Precision against recall over all thresholds, drawn as steps: between two thresholds there is nothing to interpolate. */
export function precisionRecallChart({
  curves,
  prevalence,
  label,
  height = 360,
}: PrecisionRecallChart): string {
  checkSeries("precisionRecallChart", curves);
  for (const { name, precision, recall } of curves)
    checkSameLength(`precisionRecallChart: curve "${name}"`, { recall, precision });
  const names = curves.map(({ name, averagePrecision: ap }) =>
    ap === undefined ? name : `${name}: average precision ${ap.toFixed(3)}`,
  );
  return render({
    label: label ?? `Precision-recall curve. ${names.join("; ")}`,
    height,
    legend: names.map((name, index) => ({ name, ...seriesStyle(index) })),
    plot: unitSquare(
      "Recall",
      "Precision",
      curves.map(({ name, precision, recall }) => ({ name, x: recall, y: precision, step: true })),
      prevalence === undefined
        ? []
        : [
            [0, prevalence],
            [1, prevalence],
          ],
    ),
  });
}

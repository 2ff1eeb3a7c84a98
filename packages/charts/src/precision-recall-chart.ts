import { checkSameLength, checkSeries } from "./check.ts";
import { type ChartOptions, render } from "./render.ts";
import { seriesStyle } from "./theme.ts";
import { unitSquare } from "./unit-square.ts";

interface PrecisionRecallCurve {
  readonly name: string;
  readonly precision: ArrayLike<number>;
  /** Ascending or descending. */
  readonly recall: ArrayLike<number>;
  /** Average precision, written into the legend. */
  readonly averagePrecision?: number;
}

export interface PrecisionRecallChart extends ChartOptions {
  readonly curves: readonly PrecisionRecallCurve[];
  /** Share of positives: the precision of guessing, drawn as a dashed line. */
  readonly prevalence?: number;
}

/**
 * Precision against recall over all thresholds, in the steps whose area is the average precision: from
 * one recall to the next the precision of the next. Throws a RangeError without curves or for lists of
 * different lengths.
 */
export function precisionRecallChart({
  curves,
  prevalence,
  label,
  height = 350,
}: PrecisionRecallChart): string {
  checkSeries("precisionRecallChart", curves);
  const names = curves.map(({ name, averagePrecision: value }) =>
    value === undefined ? name : `${name}: average precision ${value.toFixed(3)}`,
  );
  return render({
    label: label ?? `Precision-recall curve. ${names.join("; ")}`,
    height,
    legend: names.map((name, index) => ({ name, ...seriesStyle(index) })),
    plot: unitSquare({
      x: "Recall",
      y: "Precision",
      curves: curves.map((curve) => ({ ...byRecall(curve), step: true })),
      reference:
        prevalence === undefined
          ? []
          : [
              [0, prevalence],
              [1, prevalence],
            ],
    }),
  });
}

function byRecall({ name, precision, recall }: PrecisionRecallCurve) {
  checkSameLength(`precisionRecallChart: curve "${name}"`, { recall, precision });
  const x = Array.from(recall);
  const y = Array.from(precision);
  const descends = (x[0] ?? 0) > (x.at(-1) ?? 0);
  return descends ? { x: x.toReversed(), y: y.toReversed() } : { x, y };
}

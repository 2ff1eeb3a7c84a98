import { checkSameLength, checkSeries } from "./check.ts";
import { type ChartOptions, render } from "./render.ts";
import { seriesStyle } from "./theme.ts";
import { unitSquare } from "./unit-square.ts";

export interface RocChart extends ChartOptions {
  readonly curves: readonly {
    readonly name: string;
    readonly fpr: ArrayLike<number>;
    readonly tpr: ArrayLike<number>;
    /** Area under the curve, written into the legend. */
    readonly auc?: number;
  }[];
}

/** True against false positive rate over all thresholds; the dashed diagonal is guessing. Throws a RangeError without curves or for lists of different lengths. */
export function rocChart({ curves, label, height = 350 }: RocChart): string {
  checkSeries("rocChart", curves);
  for (const { name, fpr, tpr } of curves)
    checkSameLength(`rocChart: curve "${name}"`, { fpr, tpr });
  const names = curves.map(({ name, auc }) =>
    auc === undefined ? name : `${name}: area ${auc.toFixed(3)}`,
  );
  return render({
    label: label ?? `ROC curve. ${names.join("; ")}`,
    height,
    legend: names.map((name, index) => ({ name, ...seriesStyle(index) })),
    plot: unitSquare({
      x: "False positive rate",
      y: "True positive rate",
      curves: curves.map(({ fpr, tpr }) => ({ x: fpr, y: tpr })),
      reference: [
        [0, 0],
        [1, 1],
      ],
    }),
  });
}

import type { RunResults } from "./results.ts";

/** One figure of metrics.json, as the tour reads it. */
export interface TourMetric {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  readonly interval?: readonly [number, number];
  readonly baseline?: number;
  readonly baselineName?: string;
  readonly better?: "higher" | "lower";
}

export interface TourMetrics {
  readonly title: string;
  readonly data: string;
  readonly metrics: readonly TourMetric[];
  readonly report: string;
}

/** metrics.json: the most telling figures first, beside the best baseline. */
export function tourMetrics({ test, comparisons, data, path, seconds }: RunResults): TourMetrics {
  const best = comparisons.reduce((a, b) => (b.accuracy.estimate > a.accuracy.estimate ? b : a));
  const chosen = path?.points[path.chosen];
  return {
    title: `Logistic regression on ${data.label}`,
    data: data.description,
    metrics: [
      {
        name: "test accuracy",
        value: test.accuracy.estimate,
        interval: [test.accuracy.low, test.accuracy.high],
        baseline: best.accuracy.estimate,
        baselineName: best.name,
      },
      {
        name: "test ROC AUC",
        value: test.rocAuc.estimate,
        interval: [test.rocAuc.low, test.rocAuc.high],
      },
      { name: "training time", value: seconds.run, unit: "s", better: "lower" },
      {
        name: "test log loss",
        value: test.logLoss.estimate,
        interval: [test.logLoss.low, test.logLoss.high],
        better: "lower",
      },
      ...(chosen ? [{ name: "cross-validated accuracy", value: chosen.accuracy }] : []),
    ],
    report: "report.html",
  };
}

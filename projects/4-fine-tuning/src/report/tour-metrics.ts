import type { Score } from "../evaluation/score.ts";
import type { FineTuningResults } from "./results.ts";

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

/** metrics.json: the main score beside the baseline first, then the time, then the other scores. */
export function tourMetrics({
  model,
  data,
  judgement,
  seeds = [],
  time,
}: FineTuningResults): TourMetrics {
  const { scores, baseline } = judgement;
  const metric = ({ name, value, low, high, better }: Score): TourMetric => {
    const other = baseline?.scores.find((score) => score.name === name);
    return {
      name: `test ${name}`,
      value,
      ...(low !== undefined && high !== undefined && { interval: [low, high] as const }),
      ...(other && baseline && { baseline: other.value, baselineName: baseline.name }),
      better,
    };
  };
  const [main, ...others] = scores.map(metric);
  const more = seeds.slice(1).flatMap(({ name, values }): TourMetric[] => {
    if (values.length === 0) return [];
    const mean = values.reduce((sum, { value }) => sum + value, 0) / values.length;
    return [{ name: `${main.name}, ${name}`, value: mean, better: scores[0].better }];
  });
  return {
    title: `${model.name} fine-tuned on ${data.name}`,
    data: data.description,
    metrics: [
      main,
      ...more,
      { name: "training time", value: time.trainingSeconds, unit: "s", better: "lower" },
      ...others,
    ],
    report: "report.html",
  };
}

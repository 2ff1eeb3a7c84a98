import { z } from "zod";

const metricSchema = z.strictObject({
  name: z.string().min(1),
  value: z.number(),
  unit: z.string().optional(),
  /** 95% interval. */
  interval: z.tuple([z.number(), z.number()]).optional(),
  baseline: z.number().optional(),
  baselineName: z.string().optional(),
  better: z.enum(["higher", "lower"]).default("higher"),
});

/** `metrics.json`: what a run leaves for the tour. */
export const metricsSchema = z.looseObject({
  title: z.string().min(1),
  /** One sentence: which data was used, and where it is the embedded default, why. */
  data: z.string().min(1),
  metrics: z.array(metricSchema).min(1),
  report: z.string().optional(),
});

export type Metrics = z.infer<typeof metricsSchema>;
export type Metric = Metrics["metrics"][number];

/** A number with four digits that tell something: `0.8324`, `12.35`, `60000`. */
export function formatValue(value: number, unit = ""): string {
  const digits =
    Number.isInteger(value) || Math.abs(value) >= 1e4
      ? value.toFixed(0)
      : String(Number(value.toPrecision(4)));
  return unit === "" ? digits : `${digits} ${unit}`;
}

import type { Sample } from "./runner.ts";

/** How a sample becomes a figure in the table. */
export interface Measure {
  /** Tells the rows of one case apart when it has several measures. */
  readonly name: string;
  readonly unit: string;
  readonly better: "lower" | "higher";
  of(sample: Sample): number;
}

const perSecond = { s: 1, ms: 1e3, us: 1e6, ns: 1e9 } as const;
type TimeUnit = keyof typeof perSecond;

/** Processor time of one run, all threads together; it hardly moves when other programs run. */
export function cpuTime(unit: TimeUnit = "ms"): Measure {
  return {
    name: "CPU time",
    unit: `${unit} CPU`,
    better: "lower",
    of: ({ cpu }) => cpu * perSecond[unit],
  };
}

/** Wall-clock time of one run. */
export function wallTime(unit: TimeUnit = "ms"): Measure {
  return { name: "wall time", unit, better: "lower", of: ({ wall }) => wall * perSecond[unit] };
}

/** A number that the runner reports by itself, under `key`. */
export function reported(
  key: string,
  { unit, better, name = key }: { unit: string; better: "lower" | "higher"; name?: string },
): Measure {
  return { name, unit, better, of: (sample) => sample[key] ?? NaN };
}

import { writeFileAtomic } from "@ml-roadmap/datasets";
import { join } from "node:path";
import { buildReport } from "./build-report.ts";
import type { FineTuningResults } from "./results.ts";
import { tourMetrics } from "./tour-metrics.ts";

/** Writes report.html, metrics.json and results.json (all that they are drawn from) into a run's folder, each whole or not at all. */
export async function writeResults(folder: string, results: FineTuningResults): Promise<void> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  await writeFileAtomic(join(folder, "results.json"), json(results));
  await writeFileAtomic(join(folder, "report.html"), buildReport(results));
  // Last: what reads a run's folder looks for this file.
  await writeFileAtomic(join(folder, "metrics.json"), json(tourMetrics(results)));
}

import { DataError, readLabelledTexts } from "../data/labelled-text.ts";
import type { Precision } from "../model/precision.ts";
import { readModelFolder } from "../model/read-model-folder.ts";
import { DriftMonitor, type Drift } from "./monitor.ts";
import { observe } from "./observe.ts";
import { readReference, REFERENCE_FILE } from "./reference.ts";

/** Above these the alert rules fire, too. */
export const DRIFT_LIMITS = { psi: 0.25, unknownRate: 0.1 };

/** How far a file's texts are from those that a model was trained on. */
export async function driftReport(
  folder: string,
  data: string,
  precision: Precision,
): Promise<{ drift: Drift; drifts: boolean }> {
  const reference = await readReference(folder);
  if (!reference)
    throw new DataError(`${folder} has no ${REFERENCE_FILE}: run drift reference first`);
  const { labels } = await readModelFolder(folder);
  const examples = await readLabelledTexts(data, labels);
  const monitor = new DriftMonitor(reference, { window: examples.length, least: 1 });
  monitor.add(await observe(folder, examples, precision));
  const drift = monitor.drift()!;
  const { psi, unknownRate } = drift;
  const drifts =
    Math.max(psi.tokens, psi.label, psi.score) > DRIFT_LIMITS.psi ||
    unknownRate > DRIFT_LIMITS.unknownRate;
  return { drift, drifts };
}

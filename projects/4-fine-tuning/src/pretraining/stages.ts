import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import type { PretrainOptions, PretrainPoint } from "./pretrain.ts";

/** How the batches of a pretraining are made. */
export interface BatchOptions {
  /** Sequences of a step. */
  readonly batchSize: number;
  /** Share of the words that are hidden. */
  readonly share: number;
  readonly seed: number;
}

/** One pretraining. A model has several stages when it went on from an earlier one's weights. */
export interface Stage {
  readonly options: Omit<PretrainOptions, "evaluateEvery"> & BatchOptions;
  readonly history: readonly PretrainPoint[];
}

const fileName = "pretraining.json";

/** The stages that a folder's model went through, the first one first; none where nothing was written yet. */
export async function readStages(folder: string): Promise<readonly Stage[]> {
  const text = await readFile(join(folder, fileName), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "[]";
      throw error;
    },
  );
  const stages: Stage[] = JSON.parse(text);
  return stages;
}

export async function writeStages(folder: string, stages: readonly Stage[]): Promise<void> {
  await writeFileAtomic(join(folder, fileName), `${JSON.stringify(stages, null, 1)}\n`);
}

/** The points of a stage up to a step: a checkpoint may be older than the last ones. */
export function historyUntil(stage: Stage | undefined, step: number): PretrainPoint[] {
  return (stage?.history ?? []).filter((point) => point.step <= step);
}

/** All points, with steps counted from the first stage's beginning. */
export function wholeHistory(stages: readonly Stage[]): PretrainPoint[] {
  let before = 0;
  return stages.flatMap(({ options, history }) => {
    const points = history.map((point) => ({ ...point, step: before + point.step }));
    before += options.steps;
    return points;
  });
}

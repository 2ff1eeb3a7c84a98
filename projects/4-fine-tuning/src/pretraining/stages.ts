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
  /** A stopped stage is resumed with the same ones. */
  readonly options: Omit<PretrainOptions, "evaluateEvery"> & BatchOptions;
  readonly history: readonly PretrainPoint[];
}

const fileName = "pretraining.json";

/** The stages that a folder's model went through, the first one first. Throws where `pretrain` did not write it. */
export async function readStages(folder: string): Promise<readonly Stage[]> {
  const path = join(folder, fileName);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new Error(`${path} is not there: expected a folder that pretrain has written`);
  });
  const stages: unknown = JSON.parse(text);
  if (isStages(stages)) return stages;
  throw new Error(`${path}: expected the stages of a pretraining`);
}

export async function writeStages(folder: string, stages: readonly Stage[]): Promise<void> {
  await writeFileAtomic(join(folder, fileName), `${JSON.stringify(stages, null, 1)}\n`);
}

/** Whether a value that was read is the stages of a model, of which there is at least one. */
export function isStages(value: unknown): value is readonly Stage[] {
  const isStage = (stage: unknown) =>
    typeof stage === "object" && stage !== null && "options" in stage && "history" in stage;
  return Array.isArray(value) && value.length > 0 && value.every(isStage);
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

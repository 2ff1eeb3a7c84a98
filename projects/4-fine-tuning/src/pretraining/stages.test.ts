import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../data/testing/temporary-folder.ts";
import { readStages, wholeHistory, writeStages, type Stage } from "./stages.ts";

const stage = (steps: number): Stage => ({
  options: { steps, warmup: 10, decay: 10, learningRate: 1e-3, batchSize: 4, share: 0.2, seed: 0 },
  history: [steps / 2, steps].map((step) => ({
    step,
    trainLoss: 5,
    validationLoss: 5,
    validationAccuracy: 0.2,
  })),
});

test("stages are read as they were written", async () => {
  const folder = await temporaryFolder();
  const stages = [stage(500), stage(800)];
  await writeStages(folder, stages);
  expect(await readStages(folder)).toEqual(stages);
});

test("a folder that pretrain has not written is refused", async () => {
  const folder = await temporaryFolder();
  await expect(readStages(folder)).rejects.toThrow(/pretraining\.json is not there: expected/);
  for (const text of ["[]", "{}", "[1]", '[{"options":{}}]']) {
    await writeFile(join(folder, "pretraining.json"), text);
    await expect(readStages(folder)).rejects.toThrow(/expected the stages of a pretraining/);
  }
});

test("wholeHistory(stages) goes on counting where the stage before ended", () => {
  const steps = wholeHistory([stage(500), stage(800)]).map(({ step }) => step);
  expect(steps).toEqual([250, 500, 900, 1300]);
});

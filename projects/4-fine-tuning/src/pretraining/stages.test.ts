import { expect, test } from "vitest";
import { temporaryFolder } from "../data/testing/temporary-folder.ts";
import { historyUntil, readStages, wholeHistory, writeStages, type Stage } from "./stages.ts";

const stage = (steps: number): Stage => ({
  options: { steps, warmup: 10, decay: 10, learningRate: 1e-3, batchSize: 4, share: 0.2, seed: 0 },
  history: [steps / 2, steps].map((step) => ({
    step,
    trainLoss: 5,
    validationLoss: 5,
    validationAccuracy: 0.2,
  })),
});

test("stages are read as they were written; a new folder has none", async () => {
  const folder = await temporaryFolder();
  expect(await readStages(folder)).toEqual([]);
  const stages = [stage(500), stage(800)];
  await writeStages(folder, stages);
  expect(await readStages(folder)).toEqual(stages);
});

test("historyUntil(stage, step) leaves out what came after the checkpoint", () => {
  expect(historyUntil(stage(500), 300)).toEqual(stage(500).history.slice(0, 1));
  expect(historyUntil(undefined, 300)).toEqual([]);
});

test("wholeHistory(stages) goes on counting where the stage before ended", () => {
  const steps = wholeHistory([stage(500), stage(800)]).map(({ step }) => step);
  expect(steps).toEqual([250, 500, 900, 1300]);
});

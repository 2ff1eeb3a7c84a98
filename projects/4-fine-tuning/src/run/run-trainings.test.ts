import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../data/testing/temporary-folder.ts";
import {
  tinyBatches,
  tinyConfig,
  tinyOptions,
  tinyTask,
  tinyWeights,
} from "../testing/tiny-training.ts";
import { runTrainings } from "./run-trainings.ts";

async function jobs(seeds: readonly number[]) {
  const folder = await temporaryFolder();
  return seeds.map((seed) => ({
    folder: join(folder, `seed-${seed}`),
    config: tinyConfig,
    task: tinyTask,
    weights: tinyWeights(1),
    train: tinyBatches(16, 1),
    validation: tinyBatches(8, 2),
    test: tinyBatches(8, 3),
    options: tinyOptions({ seed, epochs: 1, evaluations: 1 }),
    threads: 1,
  }));
}

test("runTrainings gives the same results, in the jobs' order, one at a time and two at once", async () => {
  const never = new AbortController().signal;
  const single = await runTrainings(await jobs([3, 1, 2]), 1, () => ({}), never);
  const double = await runTrainings(await jobs([3, 1, 2]), 2, () => ({}), never);
  expect(single?.map(({ seed }) => seed)).toEqual([3, 1, 2]);
  const logits = (results: typeof single) => results?.map(({ testLogits }) => testLogits);
  expect(logits(double)).toEqual(logits(single));
  expect(logits(single)?.[0]).not.toEqual(logits(single)?.[1]);
});

test("runTrainings returns nothing when the signal came, and goes on when it is called again", async () => {
  const given = await jobs([1, 2]);
  const controller = new AbortController();
  const hooks = () => ({ onUpdate: () => controller.abort() });
  expect(await runTrainings(given, 1, hooks, controller.signal)).toBeUndefined();
  const never = new AbortController().signal;
  const updates: number[] = [];
  const counted = () => ({ onUpdate: (update: number) => void updates.push(update) });
  const resumed = await runTrainings(given, 1, counted, never);
  // The first had done one of its two updates.
  expect(updates).toEqual([2, 1, 2]);
  const whole = await runTrainings(await jobs([1, 2]), 1, () => ({}), never);
  expect(resumed?.map(({ weights }) => weights)).toEqual(whole?.map(({ weights }) => weights));
});

test("runTrainings throws what one training throws", async () => {
  const [good, bad] = await jobs([1, 2]);
  const broken = { ...bad, weights: { nonsense: new Float32Array(3) } };
  const never = new AbortController().signal;
  await expect(runTrainings([good, broken], 1, () => ({}), never)).rejects.toThrow(/nonsense/);
});

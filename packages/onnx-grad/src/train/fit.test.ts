import { describe, expect, test } from "vitest";
import * as og from "../index.ts";
import type { Build, Progress, Tensors } from "../index.ts";

const line: Build = (graph) => {
  const x = graph.input("x", ["n", 1]);
  const target = graph.input("target", ["n", 1]);
  const y = og.linear(x, graph.parameter("weight", [1, 1], og.zeros));
  return { loss: og.meanSquaredError(y, target) };
};

function batchOf(...xs: number[]): Tensors {
  const shape = [xs.length, 1];
  return {
    x: og.float32(xs, shape),
    target: og.float32(
      xs.map((x) => 2 * x),
      shape,
    ),
  };
}

test("fit(trainer, batches, options) reports every update", async () => {
  const trainer = await og.createTrainer({ build: line, optimizer: og.sgd() });
  const seen: Progress[] = [];
  const epochs: number[] = [];
  const last = await og.fit(trainer, () => [batchOf(1), batchOf(2), batchOf(3)], {
    epochs: 2,
    accumulate: 2,
    schedule: (step) => step / 100,
    onProgress: (progress) => seen.push(progress),
    onEpoch: (epoch) => void epochs.push(epoch),
  });
  expect(seen.map(({ epoch, step, learningRate }) => [epoch, step, learningRate])).toEqual([
    [1, 1, 0.01],
    [1, 2, 0.02],
    [2, 3, 0.03],
    [2, 4, 0.04],
  ]);
  expect(epochs).toEqual([1, 2]);
  expect(last).toEqual(seen[3]);
  expect(seen[3].loss).toBeLessThan(seen[1].loss);
  await trainer.close();
});

test("fit(trainer, batches, { completed }) goes on with a schedule", async () => {
  const trainer = await og.createTrainer({ build: line, optimizer: og.sgd() });
  const schedule = og.linearSchedule(0.1, 0, 10);
  const last = await og.fit(trainer, () => [batchOf(1)], { schedule, completed: 5 });
  expect(last?.learningRate).toBeCloseTo(0.04);
  await trainer.close();
});

test("fit(trainer, batches) takes batches as they are made", async () => {
  const trainer = await og.createTrainer({ build: line, optimizer: og.sgd() });
  async function* stream(): AsyncGenerator<Tensors> {
    for (const x of [1, 2]) {
      await new Promise((resolve) => setTimeout(resolve));
      yield batchOf(x);
    }
  }
  expect((await og.fit(trainer, stream))?.step).toBe(2);
  expect(await og.fit(trainer, () => [])).toBeUndefined();
  await trainer.close();
});

test("fit(trainer, batches, { signal }) ends after the current update", async () => {
  const trainer = await og.createTrainer({ build: line, optimizer: og.sgd() });
  const controller = new AbortController();
  const last = await og.fit(trainer, () => Array.from({ length: 50 }, () => batchOf(1, 2)), {
    signal: controller.signal,
    onProgress: ({ step }) => {
      if (step === 3) controller.abort();
    },
  });
  expect(last?.step).toBe(3);
  await trainer.close();
});

describe("schedules", () => {
  test("linearSchedule(peak, warmup, total) rises, then falls to zero", () => {
    const schedule = og.linearSchedule(1, 4, 12);
    expect([1, 2, 4, 8, 12, 20].map(schedule)).toEqual([0.25, 0.5, 1, 0.5, 0, 0]);
    expect(og.linearSchedule(1, 0, 2)(1)).toBe(0.5);
  });

  test("cosineSchedule(peak, warmup, total) rises, then falls to zero", () => {
    const schedule = og.cosineSchedule(2, 2, 6);
    expect([1, 2, 4, 6, 9].map(schedule).map((rate) => rate.toFixed(6))).toEqual([
      "1.000000",
      "2.000000",
      "1.000000",
      "0.000000",
      "0.000000",
    ]);
  });
});

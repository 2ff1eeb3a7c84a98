import "@ml-roadmap/testing/matchers";
import { expect, test } from "vitest";
import {
  tinyBatches,
  tinyConfig,
  tinyOptions,
  tinyTask,
  tinyWeights,
} from "../testing/tiny-training.ts";
import { createTextTrainer } from "./create-text-trainer.ts";
import { beginning, fineTune, type FineTuneHooks, type HistoryPoint } from "./fine-tune.ts";
import type { FineTuneOptions } from "./fine-tune-options.ts";

/** Fine-tunes with scores that are given, and returns what there is to see. */
async function tuned(
  count: number,
  options: FineTuneOptions,
  scores: readonly number[] = [],
  hooks: Partial<FineTuneHooks> = {},
) {
  const trainer = await createTextTrainer(tinyConfig, tinyTask, tinyWeights(1), options);
  const points: HistoryPoint[] = [];
  const bests: number[] = [];
  const losses: number[] = [];
  const turn = { at: 0 };
  const result = await fineTune(trainer, tinyConfig, tinyBatches(count, 1), options, beginning, {
    evaluate: async () => ({ loss: 1, score: scores[turn.at++] ?? 0 }),
    onBest: async () => {
      bests.push(turn.at);
    },
    save: async () => {},
    onPoint: (point) => points.push(point),
    onUpdate: (_update, _total, loss) => losses.push(loss),
    ...hooks,
  });
  const weights = await trainer.weights();
  await trainer.close();
  return { ...result, weights, points, bests, losses };
}

test("fineTune with accumulated batches does what one large batch does, also with a small rest", async () => {
  // 7 texts: batches of 3, 3 and 1 in one update, in which every text counts the same.
  const options = tinyOptions({ dropout: 0, epochs: 3, learningRate: 3e-3, clipNorm: 0.1 });
  const whole = await tuned(7, { ...options, batchSize: 7, accumulate: 1 });
  const parts = await tuned(7, { ...options, batchSize: 3, accumulate: 3 });
  expect(parts.memory.update).toBe(3);
  expect(parts.losses).toBeAllClose(whole.losses, { rtol: 1e-5 });
  for (const [name, weights] of Object.entries(whole.weights)) {
    expect(parts.weights[name]).toBeAllClose(weights, { atol: 2e-6, rtol: 0 });
  }
});

test("fineTune evaluates as often as asked for and at the end of each epoch", async () => {
  const { points, losses } = await tuned(40, tinyOptions({ epochs: 2, evaluations: 2 }));
  expect(points.map(({ update }) => update)).toEqual([3, 5, 8, 10]);
  expect(points.map(({ epoch }) => epoch)).toEqual([0.6, 1, 1.6, 2]);
  const mean = (from: number, to: number) =>
    losses.slice(from, to).reduce((sum, loss) => sum + loss, 0) / (to - from);
  expect(points[0].trainLoss).toBeCloseTo(mean(0, 3), 10);
  expect(points[1].trainLoss).toBeCloseTo(mean(3, 5), 10);
});

test("fineTune stops when it has become no better for as many evaluations as it is patient", async () => {
  const options = tinyOptions({ epochs: 9, evaluations: 1, patience: 3 });
  const scores = [0.5, 0.7, 0.6, 0.7, 0.8, 0.8, 0.7, 0.8, 0.9];
  const { ended, memory, bests } = await tuned(40, options, scores);
  expect(ended).toBe("patience");
  // The same score again is not better.
  expect(bests).toEqual([1, 2, 5]);
  expect(memory.best).toEqual({ score: 0.8, update: 25 });
  expect(memory.update).toBe(40);
});

test("fineTune lowers the loss", async () => {
  const options = tinyOptions({ epochs: 12, learningRate: 5e-3, dropout: 0, accumulate: 1 });
  const { losses } = await tuned(40, options);
  expect(losses[0]).toBeGreaterThan(0.6);
  expect(losses.at(-1)).toBeLessThan(0.2);
});

test("fineTune saves and ends after the current update when the signal comes", async () => {
  const controller = new AbortController();
  const saved: number[] = [];
  const { ended, memory } = await tuned(40, tinyOptions({ evaluations: 1 }), [], {
    onUpdate: (update) => {
      if (update === 2) controller.abort();
    },
    save: async ({ update }) => {
      saved.push(update);
    },
    signal: controller.signal,
  });
  expect(ended).toBe("stopped");
  expect(memory.update).toBe(2);
  expect(saved).toEqual([2]);
});

test("fineTune leaves frozen weights as they were, to the bit", async () => {
  const before = tinyWeights(1);
  const { weights } = await tuned(40, tinyOptions({ mode: "head", epochs: 1 }));
  for (const [name, values] of Object.entries(before)) {
    const isHead = name.startsWith("classifier") || name.startsWith("bert.pooler");
    expect(weights[name].some((value, i) => value !== values[i])).toBe(isHead);
  }
});

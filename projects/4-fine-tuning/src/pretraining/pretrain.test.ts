import { join } from "node:path";
import * as og from "@ml-roadmap/onnx-grad";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../data/testing/temporary-folder.ts";
import { maskedLanguageModel } from "../models/masked-language-model.ts";
import { allSequences, tinyCorpus } from "../testing/tiny-corpus.ts";
import { tinyConfig, tinyTokenizer } from "../testing/tiny-training.ts";
import { readCheckpoint, restore, saveCheckpoint } from "../training/checkpoint.ts";
import { MaskedBatches } from "./masked-batches.ts";
import { pretrain, type PretrainOptions, type PretrainPoint } from "./pretrain.ts";

describe("pretrain", () => {
  const options: PretrainOptions = {
    steps: 12,
    warmup: 3,
    decay: 4,
    learningRate: 5e-3,
    evaluateEvery: 4,
  };

  async function setUp() {
    const corpus = await tinyCorpus(40);
    const order = allSequences(corpus);
    const batches = (from: number, to: number) =>
      new MaskedBatches(corpus, order.subarray(from, to), tinyTokenizer, {
        size: 4,
        share: 0.3,
        seed: 2,
      });
    const open = () =>
      og.createTrainer({ build: (graph) => maskedLanguageModel(graph, tinyConfig), seed: 3 });
    return { train: batches(0, 32), held: batches(32, 40), open };
  }

  test("resumed from a checkpoint, ends with the bits of an unbroken training", async () => {
    const { train, held, open } = await setUp();
    const whole = await open();
    const points: PretrainPoint[] = [];
    const onPoint = async (point: PretrainPoint) => {
      points.push(point);
    };
    expect(await pretrain(whole, train, held, options, 0, { onPoint })).toBe(12);
    expect(points.map(({ step }) => step)).toEqual([4, 8, 12]);

    const path = join(await temporaryFolder(), "checkpoint.safetensors");
    const first = await open();
    const controller = new AbortController();
    const onStep = (step: number) => {
      if (step === 6) controller.abort();
    };
    const done = await pretrain(first, train, held, options, 0, {
      onStep,
      signal: controller.signal,
    });
    expect(done).toBe(6);
    await saveCheckpoint(path, first, options, { done });
    await first.close();

    const second = await open();
    const { state, memory } = await readCheckpoint(path, options);
    expect(memory).toEqual({ done: 6 });
    await restore(path, second, state);
    expect(await pretrain(second, train, held, options, state.step, { onPoint })).toBe(12);
    expect(points.at(-1)?.validationLoss).toBe(points[2].validationLoss);
    expect(await second.weights()).toEqual(await whole.weights());
    await Promise.all([whole.close(), second.close()]);
  });

  test("learns to guess hidden words", async () => {
    const { train, held, open } = await setUp();
    const trainer = await open();
    const points: PretrainPoint[] = [];
    const longer = { ...options, steps: 60, evaluateEvery: 20, learningRate: 1e-2 };
    const onPoint = async (point: PretrainPoint) => {
      points.push(point);
    };
    await pretrain(trainer, train, held, longer, 0, { onPoint });
    await trainer.close();
    const [early, , late] = points;
    expect(late.trainLoss).toBeLessThan(early.trainLoss);
    // Guessing evenly among the tokens costs this much.
    expect(late.validationLoss).toBeLessThan(Math.log(tinyTokenizer.size));
    expect(late.validationAccuracy).toBeGreaterThan(0);
  });
});

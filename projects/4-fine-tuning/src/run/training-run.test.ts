import "@ml-roadmap/testing/matchers";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Task } from "../data/example.ts";
import { targetScale } from "../data/target-scale.ts";
import { temporaryFolder } from "../data/testing/temporary-folder.ts";
import { readCheckpoint } from "../training/checkpoint.ts";
import { createTextTrainer } from "../training/create-text-trainer.ts";
import type { FineTuneOptions } from "../training/fine-tune-options.ts";
import { predictLogits } from "../training/predict-logits.ts";
import { selectionScore } from "../training/selection-score.ts";
import { TextBatches } from "../training/text-batches.ts";
import {
  tinyBatches,
  tinyConfig,
  tinyExamples,
  tinyOptions,
  tinyTask,
  tinyTokenizer,
  tinyWeights,
} from "../testing/tiny-training.ts";
import { runTraining, type TrainingJob, type TrainingResult } from "./training-run.ts";

function job(folder: string, options: FineTuneOptions): TrainingJob {
  return {
    folder,
    config: tinyConfig,
    task: tinyTask,
    weights: tinyWeights(1),
    train: tinyBatches(40, 1),
    validation: tinyBatches(24, 2),
    test: tinyBatches(16, 3),
    options,
    threads: 1,
    worker: false,
  };
}

/** Runs until each of these updates in turn, stops there by signal, and at last to the end. */
async function interrupted(job: TrainingJob, stops: readonly number[]): Promise<TrainingResult> {
  for (const stop of stops) {
    const controller = new AbortController();
    const onUpdate = (update: number) => {
      if (update === stop) controller.abort();
    };
    expect(await runTraining(job, { onUpdate, signal: controller.signal })).toBeUndefined();
  }
  return ended(await runTraining(job));
}

function ended(result: TrainingResult | undefined): TrainingResult {
  if (result === undefined) throw new Error("expected a training that came to its end");
  return result;
}

/** What must be the same, to the last bit: everything but the time it took. */
function comparable({ history, ...result }: TrainingResult): unknown {
  return { ...result, history: history.map((point) => ({ ...point, seconds: 0 })) };
}

describe("runTraining, interrupted and resumed, ends with the bits of an unbroken one", () => {
  // 5 updates an epoch: 5 and 10 are borders of epochs, 3 an evaluation within one.
  test.each([
    ["full", [1, 5, 8]],
    ["lora", [3, 10]],
    ["gradual", [4, 5, 6, 10, 12]],
    ["head", [7]],
  ] as const)("mode %s, stopped after updates %j", async (mode, stops) => {
    const options = tinyOptions({ mode, layerDecay: 0.8 });
    const unbroken = ended(await runTraining(job(await temporaryFolder(), options)));
    expect(unbroken.history.at(-1)?.update).toBe(15);
    const resumed = await interrupted(job(await temporaryFolder(), options), stops);
    expect(comparable(resumed)).toEqual(comparable(unbroken));
  });
});

describe("runTraining", () => {
  test("keeps the weights that scored best on the validation part, not the last", async () => {
    const options = tinyOptions({
      learningRate: 0.02,
      epochs: 5,
      accumulate: 1,
      dropout: 0,
      seed: 3,
    });
    const given = job(await temporaryFolder(), options);
    // A validation part that says the opposite: the more is learned, the lower the score.
    const { examples } = given.validation;
    const opposite = examples.map(({ text, target }) => ({ text, target: 1 - Number(target) }));
    const validation = new TextBatches(opposite, tinyTask, tinyTokenizer, options.longest);
    const { best, history, validationLogits } = ended(await runTraining({ ...given, validation }));
    expect(best.score).toBe(Math.max(...history.map(({ score }) => score)));
    expect(history.at(-1)?.score).toBeLessThan(best.score);
    expect(selectionScore(tinyTask, validationLogits, opposite)).toBe(best.score);
  });

  test("learns numbers whatever their unit, and gives weights that predict them in it", async () => {
    const task: Task = { kind: "regression" };
    const examples = (count: number, seed: number) =>
      tinyExamples(count, seed).map(({ text, target }) => ({
        text,
        target: 1000 + 50 * Number(target),
      }));
    const scale = targetScale(task, examples(40, 1));
    const part = (count: number, seed: number) =>
      new TextBatches(examples(count, seed), task, tinyTokenizer, 24, scale);
    const { "classifier.weight": _weight, "classifier.bias": _bias, ...weights } = tinyWeights(1);
    const options = tinyOptions({ epochs: 12, learningRate: 5e-3, dropout: 0, accumulate: 1 });
    const folder = await temporaryFolder();
    const parts = { train: part(40, 1), validation: part(24, 2), test: part(16, 3) };
    const measured = { ...job(folder, options), task, weights, ...parts };
    const { best, weights: tuned, testLogits } = ended(await runTraining(measured));
    // Always saying 1025 would be wrong by 25.
    expect(-best.score).toBeLessThan(25);
    const trainer = await createTextTrainer(tinyConfig, task, tuned, options);
    const again = await predictLogits((batch) => trainer.predict(batch), parts.test, task);
    await trainer.close();
    expect(again).toBeAllClose(testLogits, { rtol: 1e-5 });
  });

  test("stops when nothing has become better for as many evaluations as it is patient", async () => {
    const options = tinyOptions({ learningRate: 0, epochs: 6, evaluations: 1, patience: 2 });
    const {
      ended: why,
      history,
      best,
    } = ended(await runTraining(job(await temporaryFolder(), options)));
    expect(why).toBe("patience");
    expect(best.update).toBe(5);
    expect(history.map(({ update }) => update)).toEqual([5, 10, 15]);
  });

  test.each([
    ["after its epochs", { epochs: 1 }],
    ["out of patience", { learningRate: 0, epochs: 6, evaluations: 1, patience: 2 }],
  ])("goes on from its end, %s, without training again", async (_, options) => {
    const done = job(await temporaryFolder(), tinyOptions(options));
    const first = ended(await runTraining(done));
    const updates: number[] = [];
    const again = ended(await runTraining(done, { onUpdate: (update) => updates.push(update) }));
    expect(updates).toEqual([]);
    expect(comparable(again)).toEqual(comparable(first));
  });

  test("refuses a checkpoint of other options, and tells both", async () => {
    const folder = await temporaryFolder();
    await runTraining(job(folder, tinyOptions({ epochs: 1, seed: 1 })));
    const other = runTraining(job(folder, tinyOptions({ epochs: 1, seed: 2 })));
    await expect(other).rejects.toThrow(
      /checkpoint\.safetensors: made with other options, expected .*"seed":2.*found .*"seed":1.*Resume with the options/s,
    );
  });

  test("refuses a checkpoint of another model", async () => {
    const folder = await temporaryFolder();
    const options = tinyOptions({ epochs: 1 });
    await runTraining(job(folder, options));
    const config = { ...tinyConfig, inner: 40 };
    await expect(runTraining({ ...job(folder, options), config, weights: {} })).rejects.toThrow(
      /checkpoint\.safetensors: the checkpoint is of another model/,
    );
  });

  test("ends at a loss that is no number, and leaves the checkpoint before it as it was", async () => {
    const task: Task = { kind: "regression" };
    const folder = await temporaryFolder();
    const options = tinyOptions({ epochs: 2, batchSize: 4, accumulate: 1, evaluations: 10 });
    const texts = (bad: number) =>
      new TextBatches(
        tinyExamples(40, 1).map((example, i) => ({ ...example, target: i === bad ? 1e30 : i % 2 })),
        task,
        tinyTokenizer,
        24,
      );
    // The bad text's update in the first epoch: not the first, so that there is a checkpoint.
    const order = texts(-1).shuffled(4, options.seed, 0);
    const bad = order[6][0];
    const { "classifier.weight": _weight, "classifier.bias": _bias, ...weights } = tinyWeights(1);
    const fine = texts(-1);
    const parts = { train: texts(bad), validation: fine, test: fine };
    const hopeless = { ...job(folder, options), task, weights, ...parts };
    await expect(runTraining(hopeless)).rejects.toThrow(/loss|finite/i);
    const path = join(folder, "checkpoint.safetensors");
    const before = await readFile(path);
    const { memory, state } = await readCheckpoint(path, options);
    expect(memory).toMatchObject({ update: 6 });
    for (const values of Object.values(state.weights)) {
      expect(values.every(Number.isFinite)).toBe(true);
    }
    await expect(runTraining(hopeless)).rejects.toThrow(/loss|finite/i);
    expect((await readFile(path)).equals(before)).toBe(true);
  });
});

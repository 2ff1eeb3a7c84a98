import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateDigits } from "@ml-roadmap/datasets";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../models/architecture.ts";
import { mlp } from "../models/recipes.ts";
import { checkpointNotes, loadCheckpoint } from "./checkpoint.ts";
import { defaults, type TrainOptions } from "./options.ts";
import { run, type EpochResult } from "./run.ts";
import { stream } from "./streams.ts";
import { Training } from "./training.ts";

const data = generateDigits(200, 1);
const validation = generateDigits(50, 2);

function begin(changed: Partial<TrainOptions> = {}): Training {
  const options = { ...defaults, epochs: 4, batchSize: 50, ...changed };
  return new Training(build(mlp([784, 12, 10]), stream(0, "weights", 0)), data, options);
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "run-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("run(training, validation, hooks)", () => {
  test("reports every step and epoch, and the validation loss falls", async () => {
    const steps: number[] = [];
    const epochs: EpochResult[] = [];
    const ended = await run(begin(), validation, {
      onStep: ({ step }) => steps.push(step),
      onEpoch: (result) => void epochs.push(result),
    });
    expect(ended).toBe("finished");
    expect(steps).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
    expect(epochs[3].validationLoss).toBeLessThan(epochs[0].validationLoss);
  });

  test("stops when the validation loss has not improved for `patience` epochs", async () => {
    const training = begin({ epochs: 50, learningRate: 0, patience: 3, schedule: "constant" });
    expect(await run(training, validation)).toBe("patience");
    expect(training.epoch).toBe(4);
  });

  test("counts the patience from the best epoch before a resumption", async () => {
    const training = begin({ epochs: 50, patience: 2 });
    const before: EpochResult = {
      epoch: 1,
      trainLoss: 0,
      trainAccuracy: 1,
      validationLoss: -1,
      validationAccuracy: 1,
      seconds: 0,
    };
    expect(await run(training, validation, { history: [before] })).toBe("patience");
    expect(training.epoch).toBe(3);
  });

  test("ends at once when the patience was over before a resumption", async () => {
    const training = begin({ epochs: 50, patience: 2, learningRate: 0, schedule: "constant" });
    const epochs: EpochResult[] = [];
    expect(await run(training, validation, { onEpoch: (result) => void epochs.push(result) })).toBe(
      "patience",
    );
    const { step } = training;
    expect(await run(training, validation, { history: epochs })).toBe("patience");
    expect(training.step).toBe(step);
  });

  test("a broken run's epochs have the figures of an unbroken one", async () => {
    const path = join(folder, "checkpoint.safetensors");
    const figures = (epochs: EpochResult[]) => epochs.map((epoch) => ({ ...epoch, seconds: 0 }));
    const unbroken: EpochResult[] = [];
    await run(begin(), validation, { onEpoch: (result) => void unbroken.push(result) });
    const broken: EpochResult[] = [];
    const stop = new AbortController();
    const hooks = { checkpoint: path, onEpoch: (result: EpochResult) => void broken.push(result) };
    await run(begin(), validation, {
      ...hooks,
      signal: stop.signal,
      onStep: ({ step }) => step === 6 && stop.abort(),
    });
    const training = begin();
    await loadCheckpoint(path, training);
    const { progress } = await checkpointNotes(path);
    await run(training, validation, { ...hooks, progress, history: [...broken] });
    expect(figures(broken)).toEqual(figures(unbroken));
    const seconds = broken.map((epoch) => epoch.seconds);
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
  });

  test("stops between two steps when told to", async () => {
    const stop = new AbortController();
    const training = begin();
    const ended = await run(training, validation, {
      signal: stop.signal,
      onStep: ({ step }) => {
        if (step === 5) stop.abort();
      },
    });
    expect([ended, training.step]).toEqual(["stopped", 5]);
  });
});

import { generateDigits } from "@ml-roadmap/datasets";
import { describe, expect, test } from "vitest";
import { build } from "../models/architecture.ts";
import { mlp } from "../models/recipes.ts";
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

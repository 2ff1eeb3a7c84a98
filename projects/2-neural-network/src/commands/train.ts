import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { progressBar, writeFileAtomic } from "@ml-roadmap/datasets";
import { loadDigits, type LoadOptions } from "../data/dataset.ts";
import { holdOut } from "../data/hold-out.ts";
import { build } from "../models/architecture.ts";
import { recipes, type RecipeName } from "../models/recipes.ts";
import { saveModel } from "../models/saved-model.ts";
import { trainingReport } from "../report/report.ts";
import { withAverages } from "../training/average.ts";
import { loadCheckpoint } from "../training/checkpoint.ts";
import { evaluate } from "../training/evaluate.ts";
import type { TrainOptions } from "../training/options.ts";
import { run, type EpochResult } from "../training/run.ts";
import { stream } from "../training/streams.ts";
import { Training } from "../training/training.ts";
import { gitCommit } from "./git-commit.ts";
import { trainingProgress } from "./progress.ts";

export interface TrainCommand {
  recipe: RecipeName;
  /** Folder for everything the run writes. */
  out: string;
  source: NonNullable<LoadOptions["source"]>;
  /** Go on from the checkpoint in `out`. */
  resume: boolean;
  options: Partial<TrainOptions>;
  signal: AbortSignal;
}

/** Share of the training images that is held out for validation. */
const VALIDATION = 0.1;

/** Trains a recipe and writes model, metrics and report; returns the process's exit code. */
export async function train(command: TrainCommand): Promise<number> {
  const { out, signal } = command;
  const began = performance.now();
  const bar = progressBar();
  const data = await loadDigits({ source: command.source, onProgress: bar.onProgress, signal });
  bar.stop();
  console.log(data.description);
  await mkdir(out, { recursive: true });

  const recipe = recipes[command.recipe];
  const options = { ...recipe.options, ...command.options };
  const heldOut = Math.round(VALIDATION * data.train.labels.length);
  const { train, validation } = holdOut(data.train, heldOut, stream(options.seed, "split", 0));
  const network = build(recipe.architecture, stream(options.seed, "weights", 0));
  const training = new Training(network, train, options);
  const checkpoint = join(out, "checkpoint.safetensors");
  if (command.resume) {
    await loadCheckpoint(checkpoint, training);
    console.log(`Going on from step ${training.step} of ${checkpoint}.`);
  } else if (existsSync(checkpoint)) {
    throw new Error(
      `${checkpoint} is there already: add --resume to go on, or choose another --out`,
    );
  }

  const epochs: EpochResult[] = [];
  const progress = trainingProgress(training);
  const ended = await run(training, validation, {
    checkpoint,
    signal,
    onStep: (result, rate) => progress.step(result, rate),
    onEpoch: (result) => {
      epochs.push(result);
      progress.epoch(result);
    },
  });
  progress.stop();
  if (ended === "stopped") {
    console.log(`Stopped at step ${training.step}. Go on with: train --out ${out} --resume`);
    return 130;
  }

  const seconds = (performance.now() - began) / 1000;
  return withAverages(training, async () => {
    const evaluation = evaluate(network, data.test);
    const metrics = { testAccuracy: evaluation.accuracy, testLoss: evaluation.loss };
    const digest = createHash("sha256").update(data.train.images).update(data.train.labels);
    await saveModel(out, network, {
      name: "digits",
      version: "1",
      architecture: recipe.architecture,
      metrics,
      data: { description: data.description, sha256: digest.digest("hex") },
      seed: options.seed,
      gitCommit: gitCommit(),
    });
    const page = trainingReport({ recipe: recipe.title, data, epochs, evaluation });
    await writeFileAtomic(join(out, "report.html"), page);
    await writeFileAtomic(
      join(out, "metrics.json"),
      metricsJson(recipe.title, data.description, evaluation, seconds),
    );
    console.log(
      `Test accuracy ${(100 * evaluation.accuracy).toFixed(2)}%, ${seconds.toFixed(0)} s.`,
    );
    console.log(`Model and report: ${join(out, "report.html")}`);
    return 0;
  });
}

function metricsJson(
  title: string,
  data: string,
  { accuracy, loss }: { accuracy: number; loss: number },
  seconds: number,
): string {
  const metrics = [
    { name: "test accuracy", value: accuracy },
    { name: "test loss", value: loss, unit: "nats", better: "lower" },
    { name: "time", value: seconds, unit: "s", better: "lower" },
  ];
  return `${JSON.stringify({ title, data, metrics, report: "report.html" }, null, 2)}\n`;
}

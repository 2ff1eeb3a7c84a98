import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { wilsonInterval } from "@ml-roadmap/metrics";
import { initialLoss } from "../checks/sanity.ts";
import type { DigitData, LoadOptions } from "../data/dataset.ts";
import { holdOut } from "../data/hold-out.ts";
import { build } from "../models/architecture.ts";
import { recipes, withDropout, type Recipe, type RecipeName } from "../models/recipes.ts";
import { saveModel } from "../models/saved-model.ts";
import { trainingReport } from "../report/report.ts";
import { withAverages } from "../training/average.ts";
import { CheckpointError, checkpointNotes, loadCheckpoint } from "../training/checkpoint.ts";
import { evaluate, type Evaluation } from "../training/evaluate.ts";
import type { TrainOptions } from "../training/options.ts";
import { run, type EpochResult } from "../training/run.ts";
import { stream } from "../training/streams.ts";
import { Training } from "../training/training.ts";
import { startLivePage } from "../watch/server.ts";
import { announcedDigits } from "./data.ts";
import { gitCommit } from "./git-commit.ts";
import { loadHistory, saveHistory } from "./history.ts";
import { outputFolder } from "./output-folder.ts";
import { trainingProgress } from "./progress.ts";
import { percentage } from "./table.ts";

export interface TrainCommand {
  /** "quick" when left out, or what the training that goes on began with. */
  recipe?: RecipeName;
  /** Folder for everything the run writes. */
  out: string;
  source?: NonNullable<LoadOptions["source"]>;
  /** Go on from the checkpoint in `out`. */
  resume: boolean;
  /** Rate of the recipe's dropout layers. */
  dropout?: number;
  options: Partial<TrainOptions>;
  /** Port of the live page, 0 for any; undefined for no page. */
  watch?: number;
  signal: AbortSignal;
}

/** What a training was asked for, as its checkpoint keeps it. */
interface Start {
  recipe: RecipeName;
  source: NonNullable<LoadOptions["source"]>;
  dropout?: number;
  options: Partial<TrainOptions>;
}

/**
 * What to train: the command line's, and for what it leaves out that of the training which goes on.
 *
 * @throws CheckpointError when it asks for another network than the saved one
 */
function startOf(command: TrainCommand, saved: string | undefined, checkpoint: string): Start {
  // Written by `train`.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const before = JSON.parse(saved ?? "{}") as Partial<Start>;
  for (const name of ["recipe", "dropout"] as const) {
    const [asked, began] = [command[name], before[name]];
    if (saved === undefined || asked === undefined || asked === began) continue;
    throw new CheckpointError(
      `${checkpoint}: made with other options (${name}: expected ${asked}, found ${began ?? "the recipe's"}). ` +
        "Resume with what it was started with, or start anew in another folder.",
    );
  }
  const dropout = command.dropout ?? before.dropout;
  return {
    recipe: command.recipe ?? before.recipe ?? "quick",
    source: command.source ?? before.source ?? "auto",
    ...(dropout !== undefined && { dropout }),
    options: { ...before.options, ...command.options },
  };
}

/** Share of the training images that is held out for validation. */
const VALIDATION = 0.1;

/** Trains a recipe and writes model, metrics and report; returns the process's exit code. */
export async function train(command: TrainCommand): Promise<number> {
  const { out, signal } = command;
  const checkpoint = join(out, "checkpoint.safetensors");
  const found = existsSync(checkpoint);
  if (command.resume && !found) throw new Error(`${checkpoint} is not there: nothing to resume`);
  if (!command.resume && found) {
    throw new Error(
      `${checkpoint} is there already: add --resume to go on, or choose another --out`,
    );
  }
  const notes = command.resume ? await checkpointNotes(checkpoint) : {};
  const start = startOf(command, notes["start"], checkpoint);
  const named: Recipe = recipes[start.recipe];
  const recipe = start.dropout === undefined ? named : withDropout(named, start.dropout);
  const options = { ...recipe.options, ...start.options };
  await outputFolder(out);
  const data = await announcedDigits(start.source, signal);

  const heldOut = Math.round(VALIDATION * data.train.labels.length);
  const { train, validation } = holdOut(data.train, heldOut, stream(options.seed, "split", 0));
  const network = build(recipe.architecture, stream(options.seed, "weights", 0));
  if (!command.resume) {
    const first = initialLoss(
      build(recipe.architecture, stream(options.seed, "weights", 0)),
      train,
    );
    console.log(`Loss before training ${first.toFixed(3)} (ln 10 = ${Math.log(10).toFixed(3)}).`);
  }
  const training = new Training(network, train, options);
  if (command.resume) {
    await loadCheckpoint(checkpoint, training);
    console.log(`Going on from step ${training.step} of ${checkpoint}.`);
  }

  const epochs: EpochResult[] = command.resume ? await loadHistory(out, training.epoch) : [];
  const page =
    command.watch === undefined ? undefined : await startLivePage(recipe.title, command.watch);
  if (page) console.log(`Watch it at ${page.url}`);
  try {
    const progress = trainingProgress(training);
    const total = options.epochs * training.stepsPerEpoch;
    const ended = await run(training, validation, {
      checkpoint,
      notes: { start: JSON.stringify(start) },
      progress: notes["progress"],
      signal,
      history: [...epochs],
      onStep: (result, rate) => {
        progress.step(result, rate);
        const { step, loss } = result;
        page?.send("step", { step, loss, total, rate: Math.round(rate) });
      },
      onEpoch: async (result) => {
        epochs.push(result);
        progress.epoch(result);
        page?.send("epoch", result);
        await saveHistory(out, epochs);
      },
    }).finally(() => progress.stop());
    page?.send("end", ended === "stopped" ? "Stopped." : "The training is done.");
    if (ended === "stopped") {
      console.log(`Stopped at step ${training.step}. Go on with: train --out ${out} --resume`);
      return 130;
    }
    if (ended === "patience")
      console.log(`No better for ${options.patience} epochs: that is enough.`);
  } finally {
    // Also after a fault: a server that listens keeps the process alive.
    await page?.close();
  }
  const seconds = epochs.at(-1)?.seconds ?? 0;
  await withAverages(training, () =>
    writeResults({ recipe, options, data, training, epochs, out, seconds }),
  );
  return 0;
}

interface Finished {
  recipe: Recipe;
  options: TrainOptions;
  data: DigitData;
  training: Training;
  epochs: readonly EpochResult[];
  out: string;
  seconds: number;
}

/** Scores the trained network on the test images, for the first time, and writes all files. */
async function writeResults(finished: Finished): Promise<void> {
  const { recipe, options, data, training, epochs, out, seconds } = finished;
  const { network } = training;
  const evaluation = evaluate(network, data.test);
  const digest = createHash("sha256").update(data.train.images).update(data.train.labels);
  await saveModel(out, network, {
    name: "digits",
    version: "1",
    architecture: recipe.architecture,
    metrics: { testAccuracy: evaluation.accuracy, testLoss: evaluation.loss },
    data: { description: data.description, sha256: digest.digest("hex") },
    seed: options.seed,
    gitCommit: gitCommit(),
  });
  const page = trainingReport({ recipe: recipe.title, data, epochs, evaluation, network });
  await writeFileAtomic(join(out, "report.html"), page);
  const metrics = metricsJson(recipe.title, data, evaluation, seconds);
  await writeFileAtomic(join(out, "metrics.json"), metrics);
  console.log(`Test accuracy ${percentage(evaluation.accuracy)}, ${seconds.toFixed(0)} s.`);
  console.log(`Model and report: ${join(out, "report.html")}`);
}

function metricsJson(
  title: string,
  { description, test }: DigitData,
  { accuracy, loss }: Evaluation,
  seconds: number,
): string {
  const count = test.labels.length;
  const { low, high } = wilsonInterval(Math.round(accuracy * count), count);
  const metrics = [
    { name: "test accuracy", value: accuracy, interval: [low, high] },
    { name: "test loss", value: loss, unit: "nats", better: "lower" },
    { name: "time", value: seconds, unit: "s", better: "lower" },
  ];
  const results = { title, data: description, metrics, report: "report.html" };
  return `${JSON.stringify(results, null, 2)}\n`;
}

import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { Command, Option } from "commander";
import { buildReport } from "../report/build-report.ts";
import { percentOf, pValueOf, shortNumber } from "../report/format.ts";
import { loadSamples } from "../run/load-samples.ts";
import { tourMetrics } from "../run/metrics-json.ts";
import { saveModel } from "../run/model-folder.ts";
import { formatResults, type RunResults } from "../run/results.ts";
import { train, type Trained } from "../run/train.ts";
import { checkOutputFolder } from "./output-folder.ts";
import { clearProgress, type Context, progress } from "./context.ts";
import {
  type DataFlags,
  dataOptions,
  fitOptions,
  type ModelFlags,
  modelOptions,
  numberAbove,
  wholeFrom,
} from "./options.ts";

interface TrainFlags extends DataFlags, ModelFlags {
  readonly folds: number;
  readonly validation: number;
  readonly test: number;
  readonly seed: number;
  readonly costFalsePositive: number;
  readonly costFalseNegative: number;
  readonly out?: string;
}

/** `train`: fits a model, tests it once, and leaves a run folder. */
export function trainCommand(context: Context): Command {
  const command = new Command("train").description(
    "fit a model, test it once, and write a run folder: model, metrics, report",
  );
  for (const option of [...dataOptions(), ...modelOptions()]) command.addOption(option);
  return command
    .addOption(
      new Option("--folds <count>", "folds of the cross-validation")
        .argParser(wholeFrom(2))
        .default(5),
    )
    .addOption(
      new Option("--validation <share>", "rows for validation").argParser(share).default(0.2),
    )
    .addOption(
      new Option("--test <share>", "rows for the final test").argParser(share).default(0.2),
    )
    .addOption(
      new Option("--seed <number>", "of the split and the folds")
        .argParser(wholeFrom(0))
        .default(1),
    )
    .addOption(
      new Option("--cost-false-positive <cost>", "what a false alarm costs")
        .argParser(numberAbove(0))
        .default(1),
    )
    .addOption(
      new Option("--cost-false-negative <cost>", "what a miss costs")
        .argParser(numberAbove(0))
        .default(1),
    )
    .option("--out <folder>", "the run folder (default: runs/<time>)")
    .action((flags: TrainFlags) => runTrain(flags, context));
}

/** A part that has none could judge nothing. */
const share = numberAbove(0, 1);

async function runTrain(flags: TrainFlags, context: Context): Promise<void> {
  const { signal } = context;
  if (flags.out !== undefined) await checkOutputFolder(flags.out);
  const data = await loadSamples({ ...flags, signal });
  context.out(`${data.description}\n`);
  const trained = await train(data, {
    fit: fitOptions(flags),
    C: flags.C,
    folds: flags.folds,
    validation: flags.validation,
    test: flags.test,
    seed: flags.seed,
    costs: { falsePositive: flags.costFalsePositive, falseNegative: flags.costFalseNegative },
    onStage: (stage) => progress(context, stage),
    signal,
  });
  clearProgress(context);
  const { results } = trained;
  for (const warning of results.warnings) context.err(`Warning: ${warning}\n`);
  signal?.throwIfAborted();
  const folder = flags.out ?? join("runs", results.createdAt.replaceAll(":", "-").slice(0, 19));
  await writeRun(folder, trained);
  context.out(`${summary(results)}Report: ${join(folder, "report.html")}\n`);
}

/** Everything is ready before the first file is written; metrics.json, which says that a run is whole, comes last. */
async function writeRun(folder: string, trained: Trained): Promise<void> {
  const { results } = trained;
  const html = buildReport(results);
  const metrics = JSON.stringify(tourMetrics(results), null, 1);
  await saveModel(folder, trained);
  await writeFileAtomic(join(folder, "results.json"), formatResults(results));
  await writeFileAtomic(join(folder, "report.html"), html);
  await writeFileAtomic(join(folder, "metrics.json"), `${metrics}\n`);
}

function summary({ test, comparisons, model, path, split }: RunResults): string {
  const rows = comparisons.map(
    ({ name, accuracy, pValue }) =>
      `  against "${name}": ${percentOf(accuracy.estimate)}, McNemar p ${pValueOf(pValue)}\n`,
  );
  const how = path === null ? "given" : "one-standard-error rule";
  const strength = model.penalty === "none" ? "no penalty" : `C ${shortNumber(model.C)} (${how})`;
  return [
    `${strength}, ${model.features.length} features, ${split.train + split.validation} rows\n`,
    `Test accuracy ${percentOf(test.accuracy.estimate)} (95% interval ${percentOf(test.accuracy.low)} to ${percentOf(test.accuracy.high)}, ${test.rows} rows)\n`,
    ...rows,
  ].join("");
}

import { writeFileAtomic } from "@ml-roadmap/datasets";
import { Command, Option } from "commander";
import { withInterval } from "../report/format.ts";
import { loadSamples } from "../run/load-samples.ts";
import { defaultCs } from "../selection/path.ts";
import { repeatedCrossValidation } from "../selection/repeated-cross-validation.ts";
import { clearProgress, type Context, progress } from "./context.ts";
import {
  type DataFlags,
  dataOptions,
  fitOptions,
  type ModelFlags,
  modelOptions,
  wholeFrom,
} from "./options.ts";

interface EvaluateFlags extends DataFlags, ModelFlags {
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
  readonly json?: string;
}

/** `evaluate`: how good is the whole way from table to prediction, on average over many splits. */
export function evaluateCommand(context: Context): Command {
  const command = new Command("evaluate").description(
    "judge the whole way from table to prediction by repeated cross-validation",
  );
  for (const option of [...dataOptions(), ...modelOptions()]) command.addOption(option);
  return command
    .addOption(new Option("--folds <count>").argParser(wholeFrom(2)).default(5))
    .addOption(new Option("--repeats <count>").argParser(wholeFrom(1)).default(10))
    .addOption(
      new Option("--seed <number>", "of the first repeat").argParser(wholeFrom(0)).default(1),
    )
    .option("--json <file>", "write the figures there too")
    .action((flags: EvaluateFlags) => runEvaluate(flags, context));
}

async function runEvaluate(flags: EvaluateFlags, context: Context): Promise<void> {
  const { folds, repeats, seed, json, C, penalty } = flags;
  const { signal } = context;
  const data = await loadSamples({ ...flags, signal });
  context.out(`${data.description}\n`);
  const single = penalty === "none" ? 1 : C;
  const result = await repeatedCrossValidation(data, {
    of: data.of,
    Cs: single === undefined ? defaultCs : [single],
    folds,
    repeats,
    seed,
    fit: fitOptions(flags),
    onFold: (done, all) => {
      if (context.isTerminal || done % folds === 0) progress(context, `fold ${done} of ${all}`);
    },
    signal,
  });
  clearProgress(context);
  context.out(
    `Accuracy, ${repeats} x ${folds}-fold cross-validation, ${data.table.rows} rows (95% interval)\n`,
  );
  for (const score of [result.model, ...result.baselines]) {
    context.out(`  ${score.name.padEnd(10)} ${withInterval(score)}\n`);
  }
  context.out(`  model minus the best of the others ${withInterval(result.improvement)}\n`);
  if (json !== undefined) await writeFileAtomic(json, `${JSON.stringify(result, null, 1)}\n`);
}

import { Command, CommanderError, Option } from "commander";
import { number } from "./commands/arguments.ts";
import { addDataOptions, dataOptions, type DataFlags } from "./commands/data-options.ts";
import { demo } from "./commands/demo.ts";
import { evaluate } from "./commands/evaluate.ts";
import { exportCommand } from "./commands/export.ts";
import { addFinetune } from "./commands/finetune-options.ts";
import { predict } from "./commands/predict.ts";
import { addPretrain, addTokenizer } from "./commands/pretrain-options.ts";

interface EvaluateFlags extends DataFlags {
  readonly model: string;
  readonly precision: "float32" | "int8";
  readonly baseline?: true;
  readonly dataSeed: number;
}

/**
 * Runs one command line, without `node` and the script's name.
 *
 * @returns the exit code: 0, 1 for an error, 130 when stopped
 */
export async function runCommandLine(
  args: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  let code = 0;
  const done = (found: number): void => {
    code = found;
  };
  const program = new Command("texts")
    .description("Pretrain, fine-tune, examine and use a transformer that understands texts.")
    .showHelpAfterError("Add --help for all options.")
    .exitOverride();
  addFinetune(program, signal, done);
  addDataOptions(
    program
      .command("evaluate")
      .description(
        "Score a fine-tuned model on the test texts: whole, by groups, on behavioural tests.",
      )
      .requiredOption("--model <folder>", "folder that finetune wrote")
      .addOption(
        new Option("--precision <kind>", "compute as this export does")
          .choices(["float32", "int8"])
          .default("float32"),
      )
      .option("--baseline", "compare with TF-IDF and logistic regression on the same texts"),
  ).action((flags: EvaluateFlags) =>
    evaluate({ ...flags, data: dataOptions(flags), baseline: flags.baseline ?? false, signal }),
  );
  program
    .command("predict")
    .description("Say what a fine-tuned model makes of texts.")
    .argument("[texts...]", "texts; without any, each line of standard input")
    .requiredOption("--model <folder>", "folder that finetune wrote")
    .option("--pair <text>", "the second text of a pair")
    .option("--json", "a JSON object a line, with every label's score")
    .action(async (texts: string[], flags: { model: string; pair?: string; json?: true }) => {
      await predict({ ...flags, texts, json: flags.json ?? false, signal });
      if (signal.aborted) done(130);
    });
  program
    .command("export")
    .description("Write a fine-tuned model with its ONNX graphs (float32 and int8).")
    .requiredOption("--model <folder>", "folder that finetune wrote")
    .requiredOption("--out <folder>", "where to write")
    .action(({ model, out }: { model: string; out: string }) => exportCommand(model, out));
  program
    .command("demo")
    .description("Open a page on this machine that runs an exported model in the browser.")
    .requiredOption("--model <folder>", "folder that export wrote")
    .option("--title <text>", "the page's title", "What the model makes of a text")
    .option("--port <n>", "port (default: any free one)", number(0, 65_535, true), 0)
    .action(({ model, ...flags }: { model: string; title: string; port: number }) =>
      demo(model, { ...flags, signal }),
    );
  addPretrain(program, signal, done);
  addTokenizer(program, signal);

  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (signal.aborted && isAbort(error, signal)) return 130;
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    return 1;
  }
}

/** Whether this is what the signal made of the work: its own reason, or an error that stems from it. */
function isAbort(error: unknown, signal: AbortSignal): boolean {
  if (error === signal.reason) return true;
  if (!(error instanceof Error)) return false;
  return error.name === "AbortError" || isAbort(error.cause, signal);
}

import { Command, CommanderError } from "commander";
import { exportCommand } from "./commands/export.ts";
import { addFinetune } from "./commands/finetune-options.ts";
import { predict } from "./commands/predict.ts";
import { addPretrain, addTokenizer } from "./commands/pretrain-options.ts";

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
  program
    .command("predict")
    .description("Say what a fine-tuned model makes of texts.")
    .argument("[texts...]", "texts; without any, each line of standard input")
    .requiredOption("--model <folder>", "folder that finetune wrote")
    .option("--pair <text>", "the second text of a pair")
    .option("--json", "a JSON object a line, with every label's score")
    .action((texts: string[], flags: { model: string; pair?: string; json?: true }) =>
      predict({ ...flags, texts, json: flags.json ?? false }),
    );
  program
    .command("export")
    .description("Write a fine-tuned model with its ONNX graphs (float32 and int8).")
    .requiredOption("--model <folder>", "folder that finetune wrote")
    .requiredOption("--out <folder>", "where to write")
    .action(({ model, out }: { model: string; out: string }) => exportCommand(model, out));
  addPretrain(program, signal, done);
  addTokenizer(program, signal);

  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (signal.aborted) return 130;
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    return 1;
  }
}

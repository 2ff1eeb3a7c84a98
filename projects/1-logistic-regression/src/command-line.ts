import { DatasetUnavailableError } from "@ml-roadmap/datasets";
import { Command, CommanderError } from "commander";
import type { Context } from "./commands/context.ts";
import { evaluateCommand } from "./commands/evaluate-command.ts";
import { predictCommand } from "./commands/predict-command.ts";
import { reportCommand } from "./commands/report-command.ts";
import { trainCommand } from "./commands/train-command.ts";
import { InputError } from "./input-error.ts";

/** 0: done; 1: a fault of the program; 2: of the input or the options; 130: stopped by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 130;

/** Runs one command line (without node and the script) and resolves to its exit code. */
export async function runCommandLine(args: readonly string[], context: Context): Promise<ExitCode> {
  const program = new Command("logistic-regression")
    .description("Logistic regression from scratch, on the Titanic or a CSV file of your own.")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 2 the input or an option is wrong, 1 anything else, 130 stopped.",
    );
  for (const make of [trainCommand, predictCommand, reportCommand, evaluateCommand]) {
    program.addCommand(make(context));
  }
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeOut: context.out, writeErr: context.err });
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    return exitCodeOf(error, context);
  }
}

/** Stopped between two pieces of work, or in the middle of a download. */
function isAbort(error: unknown): boolean {
  if (error instanceof DatasetUnavailableError) return error.reason === "aborted";
  return error instanceof Error && error.name === "AbortError";
}

function exitCodeOf(error: unknown, { err, signal }: Context): ExitCode {
  // Commander has written its own message; --help and a bare call end here too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (signal.aborted && isAbort(error)) {
    err("\nStopped; nothing was written.\n");
    return 130;
  }
  if (error instanceof InputError || error instanceof DatasetUnavailableError) {
    err(`Error: ${error.message}\n`);
    return 2;
  }
  // A RangeError of the model is about the options or the data as well.
  if (error instanceof RangeError) {
    err(`Error: ${error.message}\n`);
    return 2;
  }
  err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

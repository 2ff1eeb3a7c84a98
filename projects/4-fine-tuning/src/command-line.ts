import { Command, CommanderError } from "commander";
import { number } from "./commands/arguments.ts";
import { pretrainCommand, type PretrainCommand } from "./commands/pretrain.ts";
import { trainTokenizer, type TrainTokenizerCommand } from "./commands/train-tokenizer.ts";

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
  const program = new Command("texts")
    .description("Pretrain, fine-tune, examine and use a transformer that understands texts.")
    .showHelpAfterError("Add --help for all options.")
    .exitOverride();

  tokenizerCommand(program).action((flags: Omit<TrainTokenizerCommand, "signal">) =>
    trainTokenizer({ ...flags, signal }),
  );
  addPretrain(program).action(
    async (flags: Omit<PretrainCommand, "signal" | "resume"> & { resume?: true }) => {
      code = await pretrainCommand({ ...flags, resume: flags.resume ?? false, signal });
    },
  );

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

function tokenizerCommand(program: Command): Command {
  return program
    .command("tokenizer")
    .description("Work on vocabularies.")
    .command("train")
    .description("Learn a WordPiece vocabulary from the IMDB reviews.")
    .requiredOption("--out <folder>", "where to write")
    .option("--size <n>", "tokens of the vocabulary", number(100, 65_536, true), 8000)
    .option("--minimum-count <n>", "leave seldomer words out", number(1, 1e6, true), 3)
    .option("--longest <n>", "longest sequence of the model", number(8, 4096, true), 128);
}

function addPretrain(program: Command): Command {
  return program
    .command("pretrain")
    .description("Train roadmap-bert to guess hidden words of the IMDB reviews.")
    .requiredOption("--tokenizer <folder>", "folder with tokenizer.json")
    .requiredOption("--out <folder>", "where to write")
    .option("--steps <n>", "updates in all", number(1, 1e7, true), 10_000)
    .option("--warmup <n>", "steps over which the learning rate rises", number(1, 1e6, true), 500)
    .option("--decay <n>", "last steps, over which it falls", number(0, 1e7, true), 2000)
    .option("--learning-rate <x>", "peak learning rate", number(0, 1), 7e-4)
    .option("--batch-size <n>", "sequences of a step", number(1, 4096, true), 32)
    .option("--share <x>", "share of the words to hide", number(0.01, 0.9), 0.2)
    .option("--evaluate-every <n>", "steps between evaluations", number(1, 1e6, true), 500)
    .option("--seed <n>", "seed of all random numbers", number(0, 2 ** 31, true), 0)
    .option("--threads <n>", "threads for one operator", number(1, 64, true), 1)
    .option("--resume", "go on from the checkpoint in --out; --steps may be larger than before");
}

import type { Command } from "commander";
import { number } from "./arguments.ts";
import { pretrainCommand, type PretrainCommand } from "./pretrain.ts";
import { trainTokenizer, type TrainTokenizerCommand } from "./train-tokenizer.ts";

type Flags<T> = Omit<T, "signal" | "resume"> & { readonly resume?: true };

/** Adds `tokenizer train`. */
export function addTokenizer(program: Command, signal: AbortSignal): void {
  program
    .command("tokenizer")
    .description("Work on vocabularies.")
    .command("train")
    .description("Learn a WordPiece vocabulary from the IMDB reviews.")
    .requiredOption("--out <folder>", "where to write")
    .option("--size <n>", "tokens of the vocabulary", number(100, 65_536, true), 8000)
    .option("--minimum-count <n>", "leave seldomer words out", number(1, 1e6, true), 3)
    .option("--longest <n>", "longest sequence of the model", number(8, 4096, true), 128)
    .action((flags: Flags<TrainTokenizerCommand>) => trainTokenizer({ ...flags, signal }));
}

/** Adds `pretrain`; `done` takes the exit code. */
export function addPretrain(
  program: Command,
  signal: AbortSignal,
  done: (code: number) => void,
): void {
  program
    .command("pretrain")
    .description("Train roadmap-bert to guess hidden words of the IMDB reviews.")
    .requiredOption("--tokenizer <folder>", "folder with tokenizer.json")
    .requiredOption("--out <folder>", "where to write")
    .option("--from <folder>", "start from this pretrained model's weights, not anew")
    .option("--steps <n>", "updates in all", number(1, 1e7, true), 14_000)
    .option("--warmup <n>", "steps over which the learning rate rises", number(1, 1e6, true), 800)
    .option("--decay <n>", "last steps, over which it falls", number(0, 1e7, true), 1500)
    .option("--learning-rate <x>", "peak learning rate", number(0, 1), 5e-4)
    .option("--batch-size <n>", "sequences of a step", number(1, 4096, true), 16)
    .option("--share <x>", "share of the words to hide", number(0.01, 0.9), 0.2)
    .option("--evaluate-every <n>", "steps between evaluations", number(1, 1e6, true), 250)
    .option("--seed <n>", "seed of all random numbers", number(0, 2 ** 31, true), 0)
    .option("--threads <n>", "threads for one operator", number(1, 64, true), 1)
    .option("--resume", "go on from the checkpoint in --out, with the same options")
    .action(async (flags: Flags<PretrainCommand>) => {
      done(await pretrainCommand({ ...flags, resume: flags.resume ?? false, signal }));
    });
}

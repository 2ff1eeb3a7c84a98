import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Option, type Command } from "commander";
import { loraTargets, type LoraTarget } from "../models/lora.ts";
import { resolveModel } from "../hub/resolve-model.ts";
import { defaultModelFolder } from "../pretrained/default-model.ts";
import { defaultOptions } from "../training/defaults.ts";
import type { FineTuneOptions } from "../training/fine-tune-options.ts";
import { tuningModes, type TuningMode } from "../training/trainable.ts";
import { number } from "./arguments.ts";
import { withConfigFile } from "./config-file.ts";
import { addDataOptions, dataOptions, type DataFlags } from "./data-options.ts";
import { finetune } from "./finetune.ts";

interface FinetuneFlags extends DataFlags, Partial<Omit<FineTuneOptions, "lora" | "mode">> {
  readonly mode: TuningMode;
  readonly model?: string;
  readonly out?: string;
  readonly config?: string;
  readonly loraRank: number;
  readonly loraAlpha: number;
  readonly loraDropout: number;
  readonly loraTargets: LoraTarget[];
  readonly seeds: number;
  readonly fromScratch?: true;
  readonly jobs: number;
  readonly threads?: number;
  readonly resume?: true;
  readonly dataSeed: number;
}

/** Adds `finetune`; `done` takes the exit code. */
export function addFinetune(
  program: Command,
  signal: AbortSignal,
  done: (code: number) => void,
): void {
  const command = program
    .command("finetune")
    .description(
      "Fine-tune a pretrained encoder on labelled texts; writes model, scores and report.",
    )
    .option(
      "--model <folder or id>",
      "pretrained model: a folder, or org/name on the hub (default: roadmap-bert)",
    )
    .option("--out <folder>", "where to write (default: runs/<time>)")
    .option(
      "--config <file>",
      "JSON file with any of these options, by their long names; the command line wins",
    );
  addDataOptions(command);
  addTrainingOptions(command).action(async () => {
    const flags: FinetuneFlags = await withConfigFile(command);
    const { out = join("runs", timestamp()), resume = false, fromScratch = false } = flags;
    const model = flags.model
      ? await resolveModel(flags.model, { signal, ...(flags.offline && { offline: true }) })
      : defaultModelFolder();
    const { seeds, jobs, threads = threadsFor(jobs) } = flags;
    const options = fineTuneOptions(flags);
    const typed = ["texts", ...process.argv.slice(2)].join(" ");
    const data = dataOptions(flags);
    done(
      await finetune({
        model,
        out,
        data,
        options,
        seeds,
        fromScratch,
        jobs,
        threads,
        resume,
        signal,
        typed,
      }),
    );
  });
}

function addTrainingOptions(command: Command): Command {
  const positive = number(1, 1e9, true);
  return command
    .addOption(
      new Option("--mode <mode>", "which weights learn").choices(tuningModes).default("full"),
    )
    .option(
      "--epochs <n>",
      "passes over the training texts (default: 4; gradual 6)",
      number(1, 1000, true),
    )
    .option("--batch-size <n>", "texts of a batch (default: 32)", positive)
    .option("--accumulate <n>", "batches of an update (default: 1)", positive)
    .option("--learning-rate <x>", "the highest (default: by mode)", number(0, 1))
    .option("--warmup <x>", "share of the updates over which it rises (default: 0.1)", number(0, 1))
    .addOption(
      new Option("--schedule <name>", "how it falls (default: linear)").choices([
        "linear",
        "cosine",
      ]),
    )
    .option("--weight-decay <x>", "pull of the weights towards 0 (default: 0.01)", number(0, 10))
    .option(
      "--layer-decay <x>",
      "learning rate from layer to layer below (default: 1)",
      number(0.01, 1),
    )
    .option("--clip-norm <x>", "largest norm of the gradients (default: 1)", number(0, 1e9))
    .option("--dropout <x>", "dropout rate (default: 0.1)", number(0, 0.9))
    .option("--longest <n>", "cut texts to so many tokens (default: 128)", number(4, 4096, true))
    .option("--evaluations <n>", "evaluations in an epoch (default: 1)", positive)
    .option("--patience <n>", "evaluations without improvement before it stops", positive)
    .option("--seed <n>", "seed of all random numbers (default: 0)", number(0, 2 ** 31, true))
    .option("--lora-rank <n>", "rank of the updates, in mode lora", number(1, 4096, true), 8)
    .option("--lora-alpha <x>", "their scale times the rank", number(0, 1e6), 16)
    .option("--lora-dropout <x>", "dropout of their input", number(0, 0.9), 0)
    .addOption(
      new Option("--lora-targets <layers...>", "layers that are adapted")
        .choices(loraTargets)
        .default(["query", "value"]),
    )
    .option("--seeds <n>", "trainings, with seeds that follow --seed", number(1, 100, true), 1)
    .option("--from-scratch", "train from random weights too, to see what pretraining is worth")
    .option("--jobs <n>", "trainings at once", number(1, 64, true), 1)
    .option(
      "--threads <n>",
      `threads of each training (default: the cores shared among --jobs, at most ${mostThreads})`,
      number(1, 64, true),
    )
    .option("--resume", "go on from the checkpoints in --out");
}

function fineTuneOptions(flags: FinetuneFlags): FineTuneOptions {
  const defaults = defaultOptions(flags.mode);
  const given = Object.fromEntries(
    Object.keys(defaults)
      .filter((key) => Object.hasOwn(flags, key))
      .map((key) => [key, Object.entries(flags).find(([name]) => name === key)?.[1]]),
  );
  return {
    ...defaults,
    ...given,
    lora: {
      rank: flags.loraRank,
      alpha: flags.loraAlpha,
      dropout: flags.loraDropout,
      targets: flags.loraTargets,
    },
  };
}

/** More find too little to do in the operators of a small encoder. */
const mostThreads = 2;

function threadsFor(jobs: number): number {
  return Math.max(1, Math.min(mostThreads, Math.floor(availableParallelism() / jobs)));
}

function timestamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(":", "-");
}

#!/usr/bin/env node
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { train } from "./commands/train.ts";
import { recipes, type RecipeName } from "./models/recipes.ts";
import type { TrainOptions } from "./training/options.ts";

/** Parses a number on the command line that must lie in a range. */
function number(low: number, high: number, whole = false) {
  return (text: string): number => {
    const value = Number(text);
    if (
      text.trim() !== "" &&
      value >= low &&
      value <= high &&
      (!whole || Number.isInteger(value))
    ) {
      return value;
    }
    const kind = whole ? "a whole number" : "a number";
    throw new InvalidArgumentError(`expected ${kind} from ${low} to ${high}.`);
  };
}

function timestamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(":", "-");
}

interface TrainFlags extends Partial<TrainOptions> {
  recipe: RecipeName;
  out?: string;
  data: "auto" | "mnist" | "embedded";
  resume?: boolean;
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

const program = new Command("digits")
  .description("Train, examine and use a neural network that reads handwritten digits.")
  .showHelpAfterError();

program
  .command("train")
  .description("Train a network; writes model, metrics and report.")
  .addOption(
    new Option("--recipe <name>", "network and training")
      .choices(Object.keys(recipes))
      .default("quick"),
  )
  .option("--out <folder>", "where to write (default: runs/<time>)")
  .addOption(
    new Option("--data <source>", "which digits")
      .choices(["auto", "mnist", "embedded"])
      .default("auto"),
  )
  .option("--resume", "go on from the checkpoint in --out")
  .option("--epochs <n>", "passes over the training images", number(1, 10_000, true))
  .option("--batch-size <n>", "images a step", number(1, 60_000, true))
  .option("--learning-rate <x>", "peak learning rate", number(0, 100))
  .option("--clip-norm <x>", "largest norm of the gradients", number(0, 1e9))
  .option("--seed <n>", "seed of all random numbers", number(0, 2 ** 31, true))
  .action(async ({ recipe, out, data, resume, ...options }: TrainFlags) => {
    process.exitCode = await train({
      recipe,
      out: out ?? join("runs", timestamp()),
      source: data,
      resume: resume === true,
      options,
      signal: stop.signal,
    });
  });

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
  process.exitCode = 1;
}

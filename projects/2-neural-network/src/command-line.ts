import { join } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { number } from "./commands/arguments.ts";
import { ablate, gradcheck, sanity } from "./commands/checks.ts";
import { evaluate } from "./commands/evaluate.ts";
import { exportModel } from "./commands/export.ts";
import { predict } from "./commands/predict.ts";
import { train } from "./commands/train.ts";
import type { LoadOptions } from "./data/dataset.ts";
import { augmentation, recipes, type RecipeName } from "./models/recipes.ts";
import type { TrainOptions } from "./training/options.ts";
import { optimizerNames, scheduleNames } from "./training/optimizers.ts";

type Source = NonNullable<LoadOptions["source"]>;

interface TrainFlags extends Partial<TrainOptions> {
  recipe?: RecipeName;
  out?: string;
  data?: Source;
  resume?: boolean;
  augment?: boolean;
  dropout?: number;
  watch?: boolean;
  port: number;
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
  const program = new Command("digits")
    .description("Train, examine and use a neural network that reads handwritten digits.")
    .showHelpAfterError("Add --help for all options.")
    .exitOverride();

  trainCommand(program).action(async (flags: TrainFlags) => {
    const { recipe, out, data, resume, augment, dropout, watch, port, ...options } = flags;
    if (augment !== undefined) options.augmentation = augment ? augmentation : null;
    code = await train({
      ...(recipe && { recipe }),
      out: out ?? join("runs", timestamp()),
      ...(data && { source: data }),
      resume: resume === true,
      ...(dropout === undefined ? {} : { dropout }),
      ...(watch ? { watch: port } : {}),
      options,
      signal,
    });
  });

  program
    .command("evaluate")
    .description("Score a model, or several together, on the test images.")
    .argument("<folders...>", "model folders; the probabilities of several are averaged")
    .addOption(dataOption().default("auto"))
    .action((folders: string[], { data }: { data: Source }) =>
      evaluate({ folders, source: data, signal }),
    );

  program
    .command("predict")
    .description("Read the digit in a picture of any size and colour.")
    .argument("<picture>", "PNG, JPEG, WebP, GIF, TIFF, AVIF or SVG file")
    .requiredOption("--model <folder>", "folder that train wrote")
    .option("--prepared <file>", "write the 28 x 28 image that the network sees, as PNG")
    .action((picture: string, options: { model: string; prepared?: string }) =>
      predict({ picture, ...options }),
    );

  program
    .command("export")
    .description("Write a model as model.safetensors, model.json and model.onnx.")
    .requiredOption("--model <folder>", "folder that train wrote")
    .requiredOption("--out <folder>", "where to write")
    .action(({ model, out }: { model: string; out: string }) => exportModel(model, out));

  program
    .command("gradcheck")
    .description("Compare every layer's gradients with central differences.")
    .addOption(seedOption())
    .action(({ seed }: { seed: number }) => {
      code = gradcheck(seed);
    });

  program
    .command("sanity")
    .description("Check first loss, one batch by heart, and gradients before a long training.")
    .addOption(recipeOption().default("quick"))
    .addOption(dataOption().default("auto"))
    .addOption(seedOption())
    .action(async (flags: { recipe: RecipeName; data: Source; seed: number }) => {
      code = await sanity(flags.recipe, flags.data, flags.seed, signal);
    });

  program
    .command("ablate")
    .description("Train with each ingredient off in turn and print what it is worth.")
    .addOption(dataOption().default("auto"))
    .option("--images <n>", "images to train on", number(100, 50_000, true), 5000)
    .option("--epochs <n>", "passes over them", number(1, 1000, true), 8)
    .option("--seeds <n>", "repetitions", number(1, 100, true), 3)
    .action(
      ({ data, ...options }: { data: Source; images: number; epochs: number; seeds: number }) =>
        ablate(data, options, signal),
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

function trainCommand(program: Command): Command {
  return program
    .command("train")
    .description("Train a network; writes model, metrics and report.")
    .addOption(recipeOption("network and training (default: quick)"))
    .option("--out <folder>", "where to write (default: runs/<time>)")
    .addOption(dataOption("which digits (default: auto)"))
    .option("--resume", "go on from the checkpoint in --out, with the options that it began with")
    .option("--epochs <n>", "passes over the training images", number(1, 10_000, true))
    .option("--batch-size <n>", "images a step", number(1, 60_000, true))
    .option("--learning-rate <x>", "peak learning rate", number(0, 100))
    .addOption(new Option("--optimizer <name>", "how weights move").choices(optimizerNames))
    .addOption(new Option("--schedule <name>", "learning rate over time").choices(scheduleNames))
    .option("--weight-decay <x>", "pull of the weights towards 0", number(0, 10))
    .option("--label-smoothing <x>", "share of the target spread over all digits", number(0, 0.9))
    .option("--dropout <x>", "rate of the recipe's dropout layers", number(0, 0.95))
    .option("--clip-norm <x>", "largest norm of the gradients", number(0, 1e9))
    .option(
      "--average-decay <x>",
      "decay of the weights' moving average, 0 for none",
      number(0, 0.99999),
    )
    .option("--patience <n>", "epochs without improvement before it stops", number(1, 10_000, true))
    .option("--augment", "shift, turn, scale and bend the training images")
    .option("--no-augment", "take them as they are")
    .option("--seed <n>", "seed of all random numbers", number(0, 2 ** 31, true))
    .option("--watch", "follow it in the browser, on this machine only")
    .option("--port <n>", "port of --watch (default: any free one)", number(0, 65_535, true), 0);
}

function recipeOption(description = "network and training"): Option {
  return new Option("--recipe <name>", description).choices(Object.keys(recipes));
}

function dataOption(description = "which digits"): Option {
  return new Option("--data <source>", description).choices(["auto", "mnist", "embedded"]);
}

function seedOption(): Option {
  return new Option("--seed <n>", "seed of all random numbers")
    .argParser(number(0, 2 ** 31, true))
    .default(0);
}

function timestamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(":", "-");
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Option, type Command } from "commander";
import { defaultFixedSet } from "../default-model.ts";
import { defaultLimits } from "../gate/default-limits.ts";
import { modelCache } from "../model/model-cache.ts";
import { precisions, type Precision } from "../model/precision.ts";
import { fineTuner } from "../retrain/fine-tune.ts";
import { readNumber } from "./read-number.ts";
import { me, openRegistry, withRegistry, type RegistryOptions } from "./registry.ts";

interface RetrainCommand extends RegistryOptions {
  name: string;
  data: string;
  fixedSet: string;
  precision: Precision;
  maxSlowdown: number;
  maxMb: number;
  by: string;
  reason: string;
  code?: string;
  trainer: string;
}

export function addRetrainCommand(program: Command): void {
  withRegistry(program.command("retrain [options...]"))
    .description(
      "train on new data with phase 4's finetune (its options behind --), and let the model serve if the gate says so; exit code 0 promoted, 1 refused",
    )
    .option("--name <name>", "the model's name in the registry", "sentiment")
    // A schedule has no data to name, and says "".
    .option(
      "--data <data>",
      "labelled texts: a file, s3://bucket/key, or a data set of phase 4 (reviews)",
      (text: string) => text || "reviews",
      "reviews",
    )
    .option("--fixed-set <file>", "the gate's: JSON lines, never trained on", defaultFixedSet())
    .addOption(
      new Option("--precision <precision>", "of the models").choices(precisions).default("int8"),
    )
    .option(
      "--max-slowdown <times>",
      "of the champion's processor time",
      readNumber,
      defaultLimits.maxSlowdown,
    )
    .option("--max-mb <n>", "size of the model", readNumber, defaultLimits.maxBytes / 1e6)
    .option("--by <who>", "who does it", me())
    .option("--reason <text>", "why", "")
    .option("--code <commit>", "what it is trained with", process.env["GITHUB_SHA"])
    .option("--trainer <file>", "phase 4's command line", fineTuner)
    .action(async (rest: string[], options: RetrainCommand) => {
      const { name, fixedSet, precision, by, reason, code, trainer } = options;
      const { retrain } = await import("../retrain/retrain.ts");
      const { fetchData } = await import("../retrain/fetch-data.ts");
      const { fineTune } = await import("../retrain/fine-tune.ts");
      const registry = await openRegistry(options);
      const scratch = await mkdtemp(join(tmpdir(), "text-service-retrain-"));
      try {
        const data = await fetchData(options.data, scratch, options.s3Endpoint);
        const { version } = await retrain({
          registry,
          name,
          data,
          train: () => fineTune({ data, scratch, trainer, options: rest }),
          fixedSet,
          precision,
          limits: {
            ...defaultLimits,
            maxSlowdown: options.maxSlowdown,
            maxBytes: options.maxMb * 1e6,
          },
          cache: modelCache(),
          by,
          reason,
          ...(code !== undefined && { code }),
          onStep: (text) => console.log(text),
        });
        process.exitCode = version === undefined ? 1 : 0;
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    });
}

import { existsSync } from "node:fs";
import { Option, type Command } from "commander";
import { readNumber } from "./read-number.ts";
import { openRegistry, resolveVersion, withRegistry, type RegistryOptions } from "./registry.ts";
import { defaultLimits } from "../gate/default-limits.ts";
import { modelCache } from "../model/model-cache.ts";
import { precisions, type Precision } from "../model/precision.ts";

interface GateCommand extends RegistryOptions {
  data: string;
  precision: Precision;
  maxDrop: number;
  alpha: number;
  sliceFloor: number;
  sliceSize: number;
  maxSlowdown: number;
  maxMb: number;
  json?: boolean;
}

export function addGateCommand(program: Command): void {
  const { maxDrop, alpha, sliceFloor, sliceSize, maxSlowdown, maxBytes } = defaultLimits;
  withRegistry(program.command("gate <challenger> [champion]"))
    .description("may a model take another's place? Folders or name:version; exit code 0 yes, 1 no")
    .requiredOption("--data <file>", "the fixed set: JSON lines with text, label and slice")
    .addOption(
      new Option("--precision <precision>", "of the models").choices(precisions).default("int8"),
    )
    .option("--max-drop <share>", "of accuracy, where it may be chance", readNumber, maxDrop)
    .option("--alpha <p>", "below which a drop is no chance (McNemar)", readNumber, alpha)
    .option("--slice-floor <share>", "least accuracy on every slice", readNumber, sliceFloor)
    .option("--slice-size <n>", "examples that make a slice count", readNumber, sliceSize)
    .option("--max-slowdown <times>", "of the champion's processor time", readNumber, maxSlowdown)
    .option("--max-mb <n>", "size of the model", readNumber, maxBytes / 1e6)
    .option("--json", "print the verdict as JSON")
    .action(async (challenger: string, champion: string | undefined, options: GateCommand) => {
      const { data, precision, maxMb, json, ...limits } = options;
      const { runGate } = await import("../gate/run-gate.ts");
      const verdict = await runGate({
        challenger: await folderOf(challenger, options),
        ...(champion !== undefined && { champion: await folderOf(champion, options) }),
        data,
        precision,
        limits: { ...limits, maxBytes: maxMb * 1e6 },
      });
      if (json) console.log(JSON.stringify(verdict, null, 2));
      else {
        for (const { name, passes, detail } of verdict.checks) {
          console.log(`${passes ? "ok    " : "REFUSED"} ${name.padEnd(20)} ${detail}`);
        }
      }
      process.exitCode = verdict.passes ? 0 : 1;
    });
}

/** A model's folder as it is, or of the registry, checked. */
async function folderOf(text: string, options: RegistryOptions): Promise<string> {
  if (existsSync(text)) return text;
  const registry = await openRegistry(options);
  const { name, version } = await resolveVersion(registry, text);
  return (await registry.fetch(name, version, modelCache())).folder;
}

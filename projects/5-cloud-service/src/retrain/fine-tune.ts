import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { RetrainError } from "./retrain-error.ts";

/** The command line of phase 4 as the repository builds it, also when this file is built itself. */
export const fineTuner = fileURLToPath(
  new URL(
    `${import.meta.url.endsWith(".ts") ? "../../.." : "../../../.."}/4-fine-tuning/dist/src/cli.js`,
    import.meta.url,
  ),
);

export interface FineTuneOptions {
  /** A file with labelled texts, or a data set that phase 4 knows by name. */
  readonly data: string;
  /** Folder for the run and the exported model. */
  readonly scratch: string;
  /** Phase 4's command line. */
  readonly trainer: string;
  /** More options of its `finetune`. */
  readonly options: readonly string[];
}

/**
 * Trains with phase 4's `finetune`, and exports with its `export`; the exported folder.
 *
 * @throws RetrainError when one of them fails or is not there
 */
export async function fineTune(options: FineTuneOptions): Promise<string> {
  const { data, scratch, trainer } = options;
  if (!existsSync(trainer)) {
    throw new RetrainError(`${trainer} is not there: build phase 4, or name it with --trainer`);
  }
  const [run, exported] = [join(scratch, "run"), join(scratch, "model")];
  await node([trainer, "finetune", "--data", data, "--out", run, ...options.options]);
  await node([trainer, "export", "--model", run, "--out", exported]);
  return exported;
}

async function node(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [...args], { stdio: ["ignore", "inherit", "inherit"] });
  const [code]: (number | null)[] = await once(child, "close");
  if (code !== 0) throw new RetrainError(`${args[1]} ended with ${code ?? "a signal"}`);
}

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../command-line.ts";
import { defaultModelFolder } from "../pretrained/default-model.ts";

export interface TunedModel {
  /** What `finetune` wrote. */
  readonly folder: string;
  /** What `export` wrote. */
  readonly exported: string;
  remove(): Promise<void>;
}

/** Why there is nothing to fine-tune; undefined when there is. */
export const missing = existsSync(join(defaultModelFolder(), "model.safetensors"))
  ? undefined
  : "roadmap-bert is not here";

/** roadmap-bert, fine-tuned on the embedded reviews for one epoch, and exported. */
export async function tunedModel(): Promise<TunedModel> {
  const top = await mkdtemp(join(tmpdir(), "fine-tuning-"));
  const [folder, exported] = [join(top, "tuned"), join(top, "exported")];
  const never = new AbortController().signal;
  for (const args of [
    ["finetune", "--out", folder, "--epochs", "1"],
    ["export", "--model", folder, "--out", exported],
  ]) {
    const code = await runCommandLine(args, never);
    if (code !== 0) throw new Error(`${args[0]} ended with code ${code}`);
  }
  return { folder, exported, remove: () => rm(top, { recursive: true, force: true }) };
}

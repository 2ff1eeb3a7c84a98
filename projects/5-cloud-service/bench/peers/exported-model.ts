import { spawnSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "@ml-roadmap/bench";

const project = packageRoot(import.meta.url);

/**
 * A model as phase 4 exports it: the folder that ML_ROADMAP_TEXT_MODEL names, else one that phase 4 makes here, once: its
 * pretrained encoder after an epoch on the embedded reviews. How good it is does not matter for how long it takes.
 */
export function exportedModel(): string {
  const named = process.env["ML_ROADMAP_TEXT_MODEL"];
  if (named) return named;
  const folder = join(project, "runs", "bench-model");
  if (existsSync(join(folder, "config.json"))) return folder;
  const cli = join(project, "..", "4-fine-tuning", "dist", "src", "cli.js");
  const [tuned, exported] = [`${folder}-tuned`, `${folder}-exported`];
  console.error("Making a model with phase 4, about a minute ...");
  for (const args of [
    ["finetune", "--out", tuned, "--epochs", "1"],
    ["export", "--model", tuned, "--out", exported],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: "utf8" });
    if (status !== 0) throw new Error(`phase 4's ${args.join(" ")}: ${stderr.slice(-1000)}`);
  }
  renameSync(exported, folder);
  rmSync(tuned, { recursive: true });
  return folder;
}

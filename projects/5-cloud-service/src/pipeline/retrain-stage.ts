import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { runProgram } from "./run-program.ts";

const cli = fileURLToPath(new URL("../cli.js", import.meta.url));

/** Data, training, gate, registry and promotion are one command of the service; here it is a stage. */
export function addRetrainStage(program: Command): void {
  program
    .command("retrain")
    .description(
      "train on new data, and promote what the gate lets through; options of `text-service retrain`",
    )
    .allowUnknownOption()
    .argument("[options...]")
    .action(async (options: string[]) => {
      await runProgram(process.execPath, [cli, "retrain", ...options]);
    });
}

#!/usr/bin/env node
import { Command } from "commander";
import { addCanaryCommand } from "./commands/canary.ts";
import { addDriftCommands } from "./commands/drift.ts";
import { addGateCommand } from "./commands/gate.ts";
import { addRegistryCommands } from "./commands/registry.ts";
import { addRetrainCommand } from "./commands/retrain.ts";
import { addScoreCommands } from "./commands/score.ts";
import { addServeCommand } from "./commands/serve.ts";

// ONNX Runtime's Linux library sends usage data to Microsoft unless this is set before it is loaded.
process.env["ORT_DISABLE_TELEMETRY"] ??= "1";

const program = new Command("text-service")
  .description(
    "A text model as a service: served, kept in a registry, compared, watched, and run over files.",
  )
  // 1 is a verdict (refused, withdrawn): whatever kept a command from coming to one ends with 2.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
addServeCommand(program);
addRegistryCommands(program);
addGateCommand(program);
addScoreCommands(program);
addDriftCommands(program);
addCanaryCommand(program);
addRetrainCommand(program);

/** Errors that say what to do, and need no stack. */
const ours = [
  "ConfigError",
  "DataError",
  "ModelError",
  "RegistryError",
  "RetrainError",
  "UnusableModel",
];

try {
  await program.parseAsync();
} catch (error) {
  // By name: their classes would bring a server along.
  const expected = error instanceof Error && ours.includes(error.name);
  console.error(expected ? error.message : error);
  process.exit(2);
}

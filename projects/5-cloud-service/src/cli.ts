#!/usr/bin/env node
import { ConfigError, ModelError } from "@ml-roadmap/model-server";
import { Command } from "commander";
import { addCanaryCommand } from "./commands/canary.ts";
import { addGateCommand } from "./commands/gate.ts";
import { addRegistryCommands } from "./commands/registry.ts";
import { addScoreCommands } from "./commands/score.ts";
import { addServeCommand } from "./commands/serve.ts";
import { DataError } from "./data/labelled-text.ts";
import { UnusableModel } from "./model/unusable-model.ts";
import { RegistryError } from "./registry/registry-error.ts";

const program = new Command("text-service").description(
  "A text model as a service: served, kept in a registry, compared, watched, and run over files.",
);
addServeCommand(program);
addRegistryCommands(program);
addGateCommand(program);
addScoreCommands(program);
addCanaryCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  const expected = [ConfigError, DataError, ModelError, RegistryError, UnusableModel].some(
    (known) => error instanceof known,
  );
  console.error(expected && error instanceof Error ? error.message : error);
  process.exit(expected ? 2 : 1);
}

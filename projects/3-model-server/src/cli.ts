#!/usr/bin/env node
import { ConfigError, readConfig } from "./config/read-config.ts";
import { serverSettings, settingsHelp } from "./config/settings.ts";
import { defaultModelFolder } from "./default-model.ts";
import { digitServer } from "./digit-server.ts";
import { probe } from "./lifecycle/probe.ts";
import { serve } from "./lifecycle/serve.ts";
import { ModelError } from "./repository/model-error.ts";

const help = `Serves models that read handwritten digits.

  model-server            serve until SIGTERM or Ctrl-C
  model-server --health   exit 0 when the server at PORT is ready, else 1
  model-server --help     this text

Settings are environment variables:

${settingsHelp(serverSettings)}
`;

try {
  const [argument] = process.argv.slice(2);
  if (argument === "--help") {
    process.stdout.write(help);
  } else if (argument !== undefined && argument !== "--health") {
    throw new ConfigError(`unknown argument ${argument}: --help lists what there is`);
  } else {
    const config = readConfig(process.env, serverSettings);
    if (argument === "--health") process.exit(await probe(config.PORT));
    const folder = config.MODEL_DIR || defaultModelFolder();
    await serve(config, () => digitServer(config, folder));
  }
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof ModelError;
  console.error(expected ? error.message : error);
  process.exit(expected ? 2 : 1);
}

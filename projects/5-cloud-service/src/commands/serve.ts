import { readConfig, serve as serveUntilStopped, settingsHelp } from "@ml-roadmap/model-server";
import type { Command } from "commander";
import { defaultModelFolder } from "../default-model.ts";
import { textSettings } from "../service/settings.ts";
import { textServer } from "../service/text-server.ts";

export function addServeCommand(program: Command): void {
  program
    .command("serve", { isDefault: true })
    .description("serve until SIGTERM or Ctrl-C; settings are environment variables")
    .addHelpText("after", `\nSettings:\n\n${settingsHelp(textSettings)}`)
    .action(async () => {
      const config = readConfig(process.env, textSettings);
      await serveUntilStopped(config, () => textServer(config, defaultModelFolder()));
    });
}

import type { Command } from "commander";
import { defaultModelFolder } from "../default-model.ts";

// What a command needs is loaded when it runs: a server's libraries take half a second of processor time.
export function addServeCommand(program: Command): void {
  program
    .command("serve", { isDefault: true })
    .description("serve until SIGTERM or Ctrl-C; settings are environment variables")
    .option("--settings", "list the settings and end")
    .action(async ({ settings }: { settings?: boolean }) => {
      const { readConfig, serve, settingsHelp } = await import("@ml-roadmap/model-server");
      const { textSettings } = await import("../service/settings.ts");
      if (settings) {
        console.log(settingsHelp(textSettings));
        return;
      }
      const config = readConfig(process.env, textSettings);
      const { textServer } = await import("../service/text-server.ts");
      await serve(config, () => textServer(config, defaultModelFolder()));
    });
}

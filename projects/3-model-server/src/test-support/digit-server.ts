import { readConfig } from "../config/read-config.ts";
import { serverSettings } from "../config/settings.ts";
import { defaultModelFolder } from "../default-model.ts";
import { digitServer } from "../digit-server.ts";
import type { ModelServer } from "../server/create-server.ts";
import { solved } from "./solved.ts";

/** A digit server with some settings that listens on a free port, and what ends it. */
export async function startDigitServer(
  environment: Record<string, string> = {},
  modelFolder = defaultModelFolder(),
): Promise<{ url: string; server: ModelServer; [Symbol.asyncDispose]: () => Promise<void> }> {
  await solved();
  const config = readConfig({ LOG_LEVEL: "silent", ...environment }, serverSettings);
  const server = await digitServer(config, modelFolder);
  const url = await server.listen({ port: 0 });
  return { url, server, [Symbol.asyncDispose]: () => server.close() };
}

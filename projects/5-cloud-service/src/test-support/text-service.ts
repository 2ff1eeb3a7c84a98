import { ModelError, readConfig, type ModelServer } from "@ml-roadmap/model-server";
import { defaultModelFolder } from "../default-model.ts";
import { loadTextModel } from "../model/text-model.ts";
import { textSettings } from "../service/settings.ts";
import { textServer } from "../service/text-server.ts";
import { solved } from "./solved.ts";

/** A text service with some settings that listens on a free port; its model computes in this thread. */
export async function startTextService(environment: Record<string, string> = {}): Promise<{
  url: string;
  server: ModelServer;
  [Symbol.asyncDispose]: () => Promise<void>;
}> {
  solved();
  const config = readConfig({ LOG_LEVEL: "silent", ...environment }, textSettings);
  const server = await textServer(config, defaultModelFolder(), (options) =>
    loadTextModel(options).catch((error: unknown) => {
      throw new ModelError(error instanceof Error ? error.message : String(error));
    }),
  );
  const url = await server.listen({ port: 0 });
  return { url, server, [Symbol.asyncDispose]: () => server.close() };
}

/** Posts JSON; the status and the answer's JSON. */
export async function post(url: string, body: unknown): Promise<{ status: number; json: any }> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: answer.status, json: await answer.json() };
}

/** One value of what Prometheus would read; undefined when it is not there. */
export async function metric(url: string, series: string): Promise<number | undefined> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split("\n").find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.split(" ").at(-1));
}

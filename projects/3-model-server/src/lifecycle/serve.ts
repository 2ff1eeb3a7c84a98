import cluster from "node:cluster";
import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "../config/settings.ts";
import type { ModelServer } from "../server/create-server.ts";
import { drain } from "./drain.ts";
import { runPrimary, shareMetrics } from "./workers.ts";

/** Milliseconds that requests have to end once the server stopped listening. */
const CLOSE_LIMIT = 30_000;

/**
 * Serves until SIGTERM or SIGINT, then drains and ends the process; with more than one of `WORKERS` in as
 * many processes, each with a server of its own.
 */
export async function serve(
  config: Pick<Config, "HOST" | "PORT" | "WORKERS" | "DRAIN_DELAY_MS">,
  create: () => Promise<ModelServer>,
): Promise<void> {
  if (config.WORKERS > 1 && cluster.isPrimary) return runPrimary(config.WORKERS);
  let server: ModelServer | undefined;
  let draining = false;
  const stop = async (signal: string) => {
    if (draining) return;
    draining = true;
    // Nobody could ask it yet.
    if (!server) process.exit(0);
    server.app.log.info({ signal }, "draining");
    const code = await drain(
      { ...server, wait: (ms) => wait(ms) },
      config.DRAIN_DELAY_MS,
      CLOSE_LIMIT,
    );
    server.app.log.info({ code }, "ended");
    process.exit(code);
  };
  // Before the models are loaded: a signal without a handler never reaches a container's process 1.
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => void stop(signal));
  const created = await create();
  if (cluster.isWorker) shareMetrics(created.context.metrics.registry);
  await created.listen({ port: config.PORT, host: config.HOST });
  server = created;
}

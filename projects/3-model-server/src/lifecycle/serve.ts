import cluster from "node:cluster";
import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "../config/settings.ts";
import { loadImageModel } from "../repository/load-image-model.ts";
import { ModelError } from "../repository/model-error.ts";
import { Repository } from "../repository/repository.ts";
import { addDigitRoutes } from "../routes/digits.ts";
import { addDocumentation } from "../routes/documentation.ts";
import { addPage } from "../routes/page.ts";
import { createServer, type ModelServer } from "../server/create-server.ts";
import { drain } from "./drain.ts";
import { logOptions } from "./log-options.ts";
import { metricsOfAll, shareMetrics } from "./workers.ts";

/** Milliseconds that requests have to end once the server stopped listening. */
const CLOSE_LIMIT = 30_000;

/** The digit server as the settings say; loads the models, does not listen yet. */
export async function digitServer(config: Config, modelFolder: string): Promise<ModelServer> {
  const load = (folder: string) => loadImageModel(folder, { maxBatchSize: config.MAX_BATCH_SIZE });
  const server = await createServer({
    maxBatchSize: config.MAX_BATCH_SIZE,
    maxBatchDelay: config.MAX_BATCH_DELAY_MS,
    queueLimit: config.QUEUE_LIMIT,
    maxInFlight: config.MAX_IN_FLIGHT,
    inferTimeout: config.INFER_TIMEOUT_MS,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    bodyLimit: config.BODY_LIMIT,
    rateLimit: config.RATE_LIMIT,
    apiKeys: config.API_KEYS,
    trustProxy: config.TRUST_PROXY,
    logger: logOptions(config.LOG_LEVEL),
    routes: [addDigitRoutes, addDocumentation, addPage],
    ...(cluster.isWorker && { collectMetrics: metricsOfAll }),
    ...(config.REPOSITORY_API && {
      repository: (registry) => new Repository(modelFolder, load, registry),
    }),
  });
  const repository =
    server.context.repository ?? new Repository(modelFolder, load, server.registry);
  const { loaded, failed } = await repository.loadAll();
  for (const [folder, reason] of failed) server.app.log.error({ folder }, reason);
  if (loaded.length === 0) {
    const reasons = [...failed.values()].join("; ");
    throw new ModelError(`${modelFolder}: no model could be loaded. ${reasons}`);
  }
  return server;
}

/** Serves until SIGTERM or SIGINT, then drains and ends the process. */
export async function serve(config: Config, modelFolder: string): Promise<void> {
  const server = await digitServer(config, modelFolder);
  if (cluster.isWorker) shareMetrics(server.context.metrics.registry);
  await server.listen({ port: config.PORT, host: config.HOST });
  let draining = false;
  const stop = async (signal: string) => {
    if (draining) return;
    draining = true;
    server.app.log.info({ signal }, "draining");
    const code = await drain(
      { ...server, wait: (ms) => wait(ms) },
      config.DRAIN_DELAY_MS,
      CLOSE_LIMIT,
    );
    server.app.log.info({ code }, "ended");
    process.exit(code);
  };
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => void stop(signal));
}

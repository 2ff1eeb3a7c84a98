import cluster from "node:cluster";
import type { Config } from "../config/settings.ts";
import type { ServerOptions } from "../server/options.ts";
import { logOptions } from "./log-options.ts";
import { metricsOfAll } from "./workers.ts";

/** What the settings say to `createServer`. */
export function serverOptions(config: Config): ServerOptions {
  return {
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
    ...(cluster.isWorker && { collectMetrics: metricsOfAll }),
  };
}

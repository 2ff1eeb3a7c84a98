import cluster from "node:cluster";
import type { Config } from "../config/settings.ts";
import type { ServerOptions, Tracing } from "../server/options.ts";
import { logOptions } from "./log-options.ts";
import { SERVER_VERSION } from "../routes/open-inference.ts";
import { SpanExporter } from "../tracing/exporter.ts";
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
    ...(config.OTEL_EXPORTER_OTLP_ENDPOINT && { tracing: tracing(config) }),
    ...(cluster.isWorker && { collectMetrics: metricsOfAll }),
  };
}

function tracing(config: Config): Tracing {
  const exporter = new SpanExporter({
    url: `${config.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/$/, "")}/v1/traces`,
    headers: config.OTEL_EXPORTER_OTLP_HEADERS,
    resource: {
      "service.name": config.OTEL_SERVICE_NAME,
      "service.version": SERVER_VERSION,
      "process.pid": process.pid,
    },
    onFault: (reason, spans) => console.error(`traces: ${spans} spans are lost: ${reason}`),
  });
  return { exporter, ratio: config.OTEL_TRACES_SAMPLER_ARG };
}

import type { FastifyServerOptions } from "fastify";
import type { Registry as MetricsRegistry } from "prom-client";
import type { Model } from "../model.ts";
import type { Repository } from "../repository/repository.ts";
import type { TensorCache } from "../cache/tensor-cache.ts";
import type { Inference, Registry } from "../repository/registry.ts";
import type { SpanExporter } from "../tracing/exporter.ts";
import type { ServerContext } from "./context.ts";

/** How a server behaves; all but `models` have defaults. */
export interface ServerOptions {
  /** Served from the start; more may be added to `registry` later. */
  models?: readonly Model[];
  /** The most rows that are computed at once; a model's own limit may be lower. */
  maxBatchSize?: number;
  /** Milliseconds that a request waits for company. */
  maxBatchDelay?: number;
  /** Requests that may wait for a model; more get 503. */
  queueLimit?: number;
  /** Requests that may be at work; more get 503. */
  maxInFlight?: number;
  /** Milliseconds that a request may wait for its batch. */
  inferTimeout?: number;
  /** Milliseconds that a client may take to send a request. */
  requestTimeout?: number;
  /** Bytes of the largest body; larger ones get 413. */
  bodyLimit?: number;
  /** Requests a minute and client; 0 for no limit. */
  rateLimit?: number;
  /** sha256 sums of the keys that may use the API; none lets everybody in. */
  apiKeys?: readonly string[];
  /** A proxy stands before the server: a client's address is what it added last to X-Forwarded-For. */
  trustProxy?: boolean;
  /** Where models are loaded from while running; without it clients cannot load or unload. */
  repository?: (registry: Registry) => Repository;
  /** Keeps answers of models that say they are cacheable. */
  cache?: TensorCache;
  /** Told of every answer of a model, by whatever route; what it throws is logged and harms nobody. */
  onInference?: (inference: Inference) => void;
  /** Routes of a service of its own, such as one that takes text. */
  routes?: readonly Routes[];
  /** Traces requests for work by W3C Trace Context; closed with the server. */
  tracing?: Tracing;
  logger?: FastifyServerOptions["logger"];
  /** What /metrics answers, given what this process counts; only that by default. */
  collectMetrics?: (own: MetricsRegistry) => Promise<string>;
}

export interface Tracing {
  exporter: SpanExporter;
  /** How many of the traces that begin here are kept, 0 to 1 (all). */
  ratio?: number;
}

/** Adds routes to a server. */
export type Routes = (context: ServerContext) => void;

import fastify, { LogController, type FastifyInstance } from "fastify";
import type { Registry as MetricsRegistry } from "prom-client";
import { Metrics } from "../metrics/metrics.ts";
import { problemBody, toProblem } from "../problem.ts";
import { securityHeaders } from "../protection/security-headers.ts";
import { addOpenInferenceRoutes } from "../routes/open-inference.ts";
import { addRepositoryRoutes } from "../routes/repository.ts";
import { Registry } from "../repository/registry.ts";
import { addBodyParsers } from "./body-parsers.ts";
import type { ServerContext } from "./context.ts";
import { addErrorHandling } from "./error-handling.ts";
import { addGuards } from "./guards.ts";
import { addMetricsRoute } from "../routes/metrics.ts";
import type { ServerOptions } from "./options.ts";
import { tracedInference, traceRequests } from "./tracing.ts";

/** A server that can be told to stop. */
export interface ModelServer {
  readonly app: FastifyInstance;
  readonly registry: Registry;
  readonly context: ServerContext;
  /** From now on readiness says no and answers close their connections. */
  stopBeingReady(): void;
  /** Listens and resolves to the URL; port 0 takes a free one. */
  listen(options: { port: number; host?: string }): Promise<string>;
  /** Stops listening, finishes what is being answered, lets go of the models. */
  close(): Promise<void>;
}

/**
 * A server for models of any kind, by the Open Inference Protocol V2; it does not listen yet. Models are
 * warmed up first.
 */
export async function createServer(options: ServerOptions = {}): Promise<ModelServer> {
  const { bodyLimit = 4 * 2 ** 20, requestTimeout = 10_000, inferTimeout = 5000 } = options;
  const { collectMetrics = (own: MetricsRegistry) => own.metrics() } = options;
  const app = fastify({
    logger: options.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout,
    // What the proxy itself added to X-Forwarded-For: the rest the client may have invented.
    trustProxy: options.trustProxy === true && ((_address, hop) => hop === 0),
    forceCloseConnections: "idle",
    // While draining, every request that still comes is answered.
    return503OnClosing: false,
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 200 },
    genReqId: ({ headers }) => {
      const own = headers["x-request-id"];
      return typeof own === "string" && /^[\w-]{1,64}$/.test(own) ? own : crypto.randomUUID();
    },
    // A URL that cannot be read reaches no hook and no handler of errors.
    frameworkErrors: (error, request, reply) => {
      const problem = toProblem(error);
      const headers = { ...securityHeaders, "x-request-id": request.id };
      reply.raw
        .writeHead(problem.status, { ...headers, "content-type": "application/problem+json" })
        .end(JSON.stringify(problemBody(problem, request.url.slice(0, 500))));
    },
    http: {
      requestTimeout,
      headersTimeout: requestTimeout,
      connectionsCheckingInterval: Math.min(1000, requestTimeout),
    },
  });
  const state = { draining: false, inFlight: 0 };
  const registry = new Registry({
    maxRows: options.maxBatchSize ?? 32,
    maxDelay: options.maxBatchDelay ?? 0,
    queueLimit: options.queueLimit ?? 256,
    onBatch: (model, rows, ms) => metrics.batch(model.name, model.version, rows, ms),
    cache: options.cache,
    onInference:
      (options.cache ?? options.onInference) &&
      ((inference) => {
        const { model, cached } = inference;
        if (options.cache && model.cacheable) metrics.cache(model.name, model.version, cached);
        try {
          options.onInference?.(inference);
        } catch (error) {
          app.log.error(error, "onInference failed");
        }
      }),
  });
  const metrics = new Metrics(
    () => registry,
    () => state.inFlight,
  );
  for (const model of options.models ?? []) await registry.add(model);
  const trace = options.tracing ? traceRequests(app, options.tracing) : () => undefined;
  const context: ServerContext = {
    app,
    registry,
    repository: options.repository?.(registry),
    metrics,
    collectMetrics: () => collectMetrics(metrics.registry),
    ready: () => !state.draining && registry.isReady,
    trace,
    infer: async (served, inputs, reply) => {
      let leave: (() => void) | undefined;
      const onWait = (drop: () => void) => {
        leave = drop;
        reply.raw.once("close", drop);
      };
      const options = { onWait, timeout: inferTimeout };
      const traced = trace(reply.request);
      try {
        if (!traced) return await registry.infer(served, inputs, options);
        return await tracedInference(traced, served.model, (onStart) =>
          registry.infer(served, inputs, { ...options, onStart }),
        );
      } finally {
        if (leave) reply.raw.off("close", leave);
      }
    },
  };
  addBodyParsers(app);
  addErrorHandling(app);
  addGuards(context, state, options);
  addOpenInferenceRoutes(context);
  addMetricsRoute(context);
  if (context.repository) addRepositoryRoutes(context, context.repository);
  for (const add of options.routes ?? []) add(context);
  await app.ready();
  return {
    app,
    registry,
    context,
    stopBeingReady: () => {
      state.draining = true;
    },
    listen: ({ port, host = "127.0.0.1" }) => app.listen({ port, host }),
    close: async () => {
      state.draining = true;
      await app.close();
      await registry.close();
      await options.tracing?.exporter.close();
    },
  };
}

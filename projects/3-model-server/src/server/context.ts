import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Metrics } from "../metrics/metrics.ts";
import type { Registry, Served } from "../repository/registry.ts";
import type { Repository } from "../repository/repository.ts";
import type { Tensors } from "../tensors/tensor.ts";
import type { RequestTrace } from "../tracing/request-trace.ts";

/** What routes work with. */
export interface ServerContext {
  readonly app: FastifyInstance;
  readonly registry: Registry;
  readonly repository: Repository | undefined;
  readonly metrics: Metrics;
  readonly collectMetrics: () => Promise<string>;
  /** False while the server drains, and while it has no model. */
  readonly ready: () => boolean;
  /** The trace of a request, for spans of a route's own; undefined while nothing is traced. */
  readonly trace: (request: FastifyRequest) => RequestTrace | undefined;
  /** Rows through a model; given up when the client leaves or waited too long. */
  readonly infer: (served: Served, inputs: Tensors, reply: FastifyReply) => Promise<Tensors>;
}

import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Model } from "../model.ts";
import type { Tensors } from "../tensors/tensor.ts";
import { RequestTrace, type EndSpan } from "../tracing/request-trace.ts";
import { isWork } from "./guards.ts";
import type { Tracing } from "./options.ts";

/** Begins a trace for every request for work; what it returns finds a request's. */
export function traceRequests(
  app: FastifyInstance,
  { exporter, ratio = 1 }: Tracing,
): (request: FastifyRequest) => RequestTrace | undefined {
  const traces = new WeakMap<FastifyRequest, RequestTrace>();
  app.addHook("onRequest", (request, _, done) => {
    if (isWork(request)) {
      traces.set(request, new RequestTrace(exporter, request.headers.traceparent, ratio));
    }
    done();
  });
  return (request) => traces.get(request);
}

/** An inference as two spans: what it waited for its batch, and what that took. */
export async function tracedInference(
  trace: RequestTrace,
  { name, version }: Model,
  infer: (onStart: (items: number) => void) => Promise<Tensors>,
): Promise<Tensors> {
  const about = { "model.name": name, "model.version": version };
  let end: EndSpan = trace.begin("queue");
  let facts: Record<string, string | number> = about;
  let failure: string | undefined;
  try {
    return await infer((items) => {
      end(about);
      end = trace.begin("predict");
      facts = { ...about, "batch.requests": items };
    });
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
    throw error;
  } finally {
    end(facts, failure);
  }
}

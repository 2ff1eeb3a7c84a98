import type { FastifyRequest } from "fastify";
import { keyMatches, shownKey } from "../protection/api-key.ts";
import { RateLimiter } from "../protection/rate-limiter.ts";
import { securityHeaders } from "../protection/security-headers.ts";
import { Problem } from "../problem.ts";
import type { ServerContext } from "./context.ts";
import type { ServerOptions } from "./options.ts";

/** What costs something to answer: requests for predictions and changes. */
export const isWork = ({ method }: FastifyRequest) => method === "POST";

const keyOf = (request: FastifyRequest) => shownKey(request.headers);

/** Headers, limits, keys, counting and logging around every request, before its body is read. */
export function addGuards(
  { app, metrics, trace }: ServerContext,
  state: { draining: boolean; inFlight: number },
  { maxInFlight = 256, rateLimit = 0, apiKeys = [] }: ServerOptions,
): void {
  const limiter = rateLimit > 0 ? new RateLimiter(rateLimit) : undefined;
  app.addHook("onRequest", (request, reply, done) => {
    state.inFlight += 1;
    // After an answer, or when the client left before one.
    reply.raw.once("close", () => {
      state.inFlight -= 1;
    });
    reply.headers(securityHeaders);
    reply.header("x-request-id", request.id);
    done(isWork(request) ? refusal(request) : undefined);
  });
  // Also of requests that came before: a connection that stays open would keep the process from ending.
  app.addHook("onSend", (_, reply, payload, done) => {
    if (state.draining) reply.header("connection", "close");
    done(null, payload);
  });
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "(none)";
    metrics.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    const traced = trace(request);
    traced?.end(
      `${request.method} ${route}`,
      {
        "http.request.method": request.method,
        "http.route": route,
        "http.response.status_code": reply.statusCode,
        "http.request.id": request.id,
      },
      reply.statusCode >= 500 ? `status ${reply.statusCode}` : undefined,
    );
    request.log.info(
      {
        method: request.method,
        url: request.url,
        status: reply.statusCode,
        ...(traced && { trace: traced.traceId }),
        ms: Math.round(reply.elapsedTime * 1000) / 1000,
      },
      "answered",
    );
    done();
  });

  function refusal(request: FastifyRequest): Problem | undefined {
    if (state.inFlight > maxInFlight) {
      return new Problem(503, `${maxInFlight} requests are at work already`, { retryAfter: 1 });
    }
    const key = keyOf(request);
    if (apiKeys.length > 0 && (key === undefined || !keyMatches(key, apiKeys))) {
      return new Problem(
        401,
        "this needs an API key: Authorization: Bearer KEY, or X-API-Key: KEY",
      );
    }
    // A key that nobody checked would let a client have as many allowances as it invents keys.
    const retryAfter = limiter?.take(apiKeys.length > 0 ? key! : request.ip) ?? 0;
    if (retryAfter > 0) return new Problem(429, "too many requests", { retryAfter });
    return undefined;
  }
}

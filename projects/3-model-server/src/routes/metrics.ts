import type { ServerContext } from "../server/context.ts";

/** What Prometheus scrapes. */
export function addMetricsRoute({ app, metrics, collectMetrics }: ServerContext): void {
  app.get("/metrics", async (_, reply) => {
    const text = await collectMetrics();
    return reply.type(metrics.registry.contentType).send(text);
  });
}

import { once } from "node:events";
import { createServer } from "node:http";

export interface CollectedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: object }[];
  status: { code: number };
}

interface Body {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: CollectedSpan[] }[];
  }[];
}

/** A collector of traces: an HTTP server that keeps what it is sent, after refusals with `statuses`. */
export async function startCollector(...statuses: number[]) {
  const spans: CollectedSpan[] = [];
  /** Names of the services that sent spans. */
  const services = new Set<string>();
  const requests: { path: string; headers: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      requests.push({ path: request.url!, headers: request.headers });
      const status = statuses.shift() ?? 200;
      if (status === 200) {
        const { resourceSpans }: Body = JSON.parse(text);
        const [{ resource, scopeSpans }] = resourceSpans;
        spans.push(...scopeSpans[0].spans);
        const name = resource.attributes.find(({ key }) => key === "service.name");
        services.add(name?.value.stringValue ?? "");
      }
      response.writeHead(status, { "content-type": "application/json" }).end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const close = () => {
    server.close().closeAllConnections();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    spans,
    services,
    requests,
    [Symbol.dispose]: close,
  };
}

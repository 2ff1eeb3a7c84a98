import { once } from "node:events";
import { createServer } from "node:http";
import { golden } from "@ml-roadmap/testing";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { startCollector } from "../test-support/collector.ts";
import { SpanExporter, type ExporterOptions } from "./exporter.ts";
import { nanoseconds, otlpBody } from "./otlp.ts";
import type { Attributes, Span } from "./span.ts";

interface Golden {
  spans: Span[];
  resource: Attributes;
  scope: string;
  body: object;
}

const { spans, resource, scope, body } = golden<Golden>(
  import.meta.url,
  "../../fixtures/otlp.json",
);

/** Without what says nothing: counts of 0, empty lists, and flags that only repeat what was sampled. */
const essence = (json: object): unknown =>
  JSON.parse(JSON.stringify(json), (key, value: unknown) => {
    const empty = key === "events" || key === "links" || key === "flags";
    return empty || /^dropped.*Count$/.test(key) ? undefined : value;
  });

describe("otlpBody", () => {
  test("is what OpenTelemetry's own serializer writes", () => {
    expect(otlpBody(spans, resource, scope)).toEqual(essence(body));
  });

  test("has times in whole nanoseconds, exact where a number is not", () => {
    expect(nanoseconds(1700000000000.25)).toBe("1700000000000250000");
    expect(nanoseconds(1700000000000)).toBe("1700000000000000000");
    expect(nanoseconds(1.5)).toBe("1500000");
  });
});

async function start(statuses: number[], options: Partial<ExporterOptions> = {}) {
  const collector = await startCollector(...statuses);
  const faults: string[] = [];
  const exporter = new SpanExporter({
    url: `${collector.url}/v1/traces`,
    resource,
    onFault: (reason, count) => faults.push(`${count}: ${reason}`),
    ...options,
  });
  return { ...collector, exporter, faults };
}

describe("SpanExporter", () => {
  test("sends what waits when it closes, with its headers", async () => {
    using collector = await start([], { headers: { "api-key": "secret" } });
    for (const span of spans) collector.exporter.add(span);
    await collector.exporter.close();
    expect(collector.spans.map(({ name }) => name)).toEqual(spans.map(({ name }) => name));
    const headers = { "content-type": "application/json", "api-key": "secret" };
    expect(collector.requests).toMatchObject([{ path: "/v1/traces", headers }]);
  });

  test("sends a full batch at once", async () => {
    using collector = await start([], { batchSize: 2, interval: 1e6 });
    for (const span of spans) collector.exporter.add(span);
    await expect.poll(() => collector.spans.length).toBe(2);
    await collector.exporter.close();
    expect(collector.requests.length).toBe(1);
  });

  test("tries again when the collector is busy", async () => {
    using collector = await start([503, 429]);
    collector.exporter.add(spans[0]);
    await collector.exporter.flush();
    expect(collector.spans.length).toBe(1);
    expect(collector.exporter.dropped).toBe(0);
    await collector.exporter.close();
  });

  test("gives up when it is refused, and tells how many spans went", async () => {
    using collector = await start([400]);
    for (const span of spans) collector.exporter.add(span);
    await collector.exporter.close();
    expect(collector.exporter.dropped).toBe(2);
    expect(collector.faults).toEqual([`2: ${collector.url}/v1/traces answered 400`]);
    expect(collector.requests.length).toBe(1);
  });

  test("does not wait for a collector that never answers when it closes", async () => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = z.object({ port: z.number() }).parse(silent.address());
    const url = `http://127.0.0.1:${port}/v1/traces`;
    const exporter = new SpanExporter({ url, resource, timeout: 60_000, closeTimeout: 50 });
    exporter.add(spans[0]);
    await exporter.close();
    silent.close().closeAllConnections();
  });

  test("loses spans rather than memory where nobody listens", async () => {
    const faults: string[] = [];
    const exporter = new SpanExporter({
      url: "http://127.0.0.1:9/v1/traces",
      resource,
      queueLimit: 3,
      onFault: (reason) => faults.push(reason),
    });
    for (let i = 0; i < 10; i++) exporter.add(spans[0]);
    expect(exporter.dropped).toBe(7);
    await exporter.close();
    expect(exporter.dropped).toBe(10);
    expect(faults.length).toBe(1);
  });
});

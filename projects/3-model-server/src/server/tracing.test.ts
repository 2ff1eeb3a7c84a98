import { describe, expect, test } from "vitest";
import { ModelClient } from "../client.ts";
import { startCollector } from "../test-support/collector.ts";
import { startDigitServer } from "../test-support/digit-server.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const body = JSON.stringify({ pixels: Array<number>(784).fill(0) });

const ask = (url: string, traceparent?: string, path = "/v1/digits") =>
  fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...(traceparent && { traceparent }) },
    body,
  });

describe("tracing", () => {
  test("tells a request, its wait and its computation, below the caller's span", async () => {
    using collector = await startCollector();
    {
      await using server = await startDigitServer({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
      await ask(server.url, `00-${TRACE}-00f067aa0ba902b7-01`);
      await new ModelClient(server.url).ready();
    }
    const [queue, predict, request] = collector.spans;
    expect(collector.spans.map(({ name }) => name)).toEqual([
      "queue",
      "predict",
      "POST /v1/digits",
    ]);
    expect(request).toMatchObject({ traceId: TRACE, parentSpanId: "00f067aa0ba902b7", kind: 2 });
    for (const span of [queue, predict]) {
      expect(span).toMatchObject({ traceId: TRACE, parentSpanId: request.spanId });
    }
    expect(predict.attributes).toContainEqual({ key: "batch.requests", value: { intValue: 1 } });
    expect(request.attributes).toContainEqual({
      key: "http.response.status_code",
      value: { intValue: 200 },
    });
  });

  test("begins a trace where the caller has none, and keeps what the caller decided", async () => {
    using collector = await startCollector();
    {
      await using server = await startDigitServer({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
      await ask(server.url, `00-${TRACE}-00f067aa0ba902b7-00`);
      await ask(server.url, "nonsense");
    }
    const traces = new Set(collector.spans.map(({ traceId }) => traceId));
    expect(collector.spans.length).toBe(3);
    expect(traces.size).toBe(1);
    expect(traces).not.toContain(TRACE);
  });

  test("keeps no trace at a share of 0, and one at the caller's wish", async () => {
    using collector = await startCollector();
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER_ARG: "0" };
    {
      await using server = await startDigitServer(settings);
      await ask(server.url);
      await ask(server.url, `00-${TRACE}-00f067aa0ba902b7-01`, "/v2/models/none/infer");
    }
    expect(collector.spans.map(({ name }) => name)).toEqual(["POST /v2/models/:name/infer"]);
  });
});

import { readConfig } from "@ml-roadmap/model-server";
import { startCollector } from "@ml-roadmap/model-server/testing";
import { describe, expect, test } from "vitest";
import { post, startTextService } from "../test-support/text-service.ts";
import { textSettings } from "./settings.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

describe("traces of the text service", () => {
  test("are none unless a collector is named", () => {
    const config = readConfig({}, textSettings);
    expect(config.OTEL_EXPORTER_OTLP_ENDPOINT).toBe("");
    expect(config.OTEL_SERVICE_NAME).toBe("text-service");
  });

  test("tell a request, its wait and its computation, below the caller's span", async () => {
    using collector = await startCollector();
    {
      await using service = await startTextService({
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      });
      await fetch(`${service.url}/v1/classify`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          traceparent: `00-${TRACE}-00f067aa0ba902b7-01`,
        },
        body: JSON.stringify({ texts: ["a great book", "a dull book"] }),
      });
    }
    const names = collector.spans.map(({ name }) => name);
    expect(names).toEqual(["queue", "predict", "POST /v1/classify"]);
    const request = collector.spans[2];
    expect(request).toMatchObject({ traceId: TRACE, parentSpanId: "00f067aa0ba902b7" });
    for (const span of collector.spans.slice(0, 2)) {
      expect(span).toMatchObject({ traceId: TRACE, parentSpanId: request.spanId });
    }
    expect([...collector.services]).toEqual(["text-service"]);
  });

  test("keep only the share that is asked for", async () => {
    using collector = await startCollector();
    {
      await using service = await startTextService({
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_TRACES_SAMPLER_ARG: "0",
      });
      await post(`${service.url}/v1/classify`, { text: "a great book" });
    }
    expect(collector.spans).toEqual([]);
  });
});

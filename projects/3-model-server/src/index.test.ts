import { Counter } from "prom-client";
import { describe, expect, test } from "vitest";
import {
  addFiles,
  byName,
  createServer,
  documentation,
  TensorCache,
  texts,
  type Model,
} from "./index.ts";
import { solved } from "./test-support/solved.ts";
import { conformanceCases, rawClient } from "./testing.ts";

const shouts: Model = {
  name: "shouts",
  version: "1",
  platform: "example",
  inputs: [{ name: "text", datatype: "BYTES", shape: [-1] }],
  outputs: [{ name: "loud", datatype: "BYTES", shape: [-1] }],
  maxBatchSize: 16,
  cacheable: true,
  predict(inputs) {
    const { data, shape } = inputs.get("text")!;
    const loud = texts(data).map((text) => text.toUpperCase());
    return byName({ name: "loud", datatype: "BYTES", shape, data: loud });
  },
};

async function startShouting(onInference?: () => void) {
  await solved();
  const server = await createServer({
    models: [shouts],
    cache: new TensorCache({ maxBytes: 1e6 }),
    ...(onInference && { onInference }),
    routes: [
      ({ app, registry, metrics, infer }) => {
        const letters = new Counter({
          name: "letters_total",
          help: "Letters that were shouted.",
          registers: [metrics.registry],
        });
        app.post<{ Body: { text: string } }>("/v1/shout", async ({ body }, reply) => {
          const inputs = byName({ name: "text", datatype: "BYTES", shape: [1], data: [body.text] });
          const outputs = await infer(registry.get("shouts"), inputs, reply);
          letters.inc(body.text.length);
          return { loud: outputs.get("loud")!.data[0] };
        });
      },
      documentation({ title: "Shouts", description: "Makes texts loud.", paths: {}, schemas: {} }),
      (context) => addFiles(context, { "/": { type: "text/html", text: "<h1>Shout</h1>" } }),
    ],
  });
  const url = await server.listen({ port: 0 });
  return { url, send: rawClient(url), [Symbol.asyncDispose]: () => server.close() };
}

const shout = (text: string) => ({ body: JSON.stringify({ text }) });

describe("a server of something else", () => {
  test("has its own route, page, documentation and metrics beside the protocol", async () => {
    await using server = await startShouting();
    const { json } = await server.send("/v1/shout", shout("hello"));
    expect(json).toEqual({ loud: "HELLO" });
    expect((await server.send("/")).bytes.toString()).toBe("<h1>Shout</h1>");
    expect((await server.send("/openapi.json")).json).toMatchObject({ info: { title: "Shouts" } });
    expect((await server.send("/metrics")).bytes.toString()).toContain("letters_total 5");
  });

  test("holds every case of the protocol", async () => {
    await using server = await startShouting();
    const cases = await conformanceCases(server.send, ["shouts"]);
    for (const { run } of cases) await run();
    expect(cases.length).toBeGreaterThan(60);
  });

  test("answers from the cache what it was asked before, and counts it", async () => {
    await using server = await startShouting();
    for (const text of ["a", "b", "a", "a"]) await server.send("/v1/shout", shout(text));
    const text = (await server.send("/metrics")).bytes.toString();
    expect(text).toMatch(/model_cache_requests_total\{[^}]*result="hit"\} 2/);
    expect(text).toMatch(/model_cache_requests_total\{[^}]*result="miss"\} 2/);
    expect(text).toMatch(/model_batch_rows_count\{[^}]*\} 2/);
  });

  test("tells who watches of every answer, and comes to no harm when that one throws", async () => {
    const told: unknown[] = [];
    await using server = await startShouting((...event: unknown[]) => {
      told.push(...event);
      throw new Error("the watcher failed");
    });
    expect((await server.send("/v1/shout", shout("hi"))).json).toEqual({ loud: "HI" });
    expect(told).toMatchObject([{ model: { name: "shouts" }, cached: false }]);
  });
});

import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Model } from "../model.ts";
import { rawClient } from "../conformance/client.ts";
import { startDigitServer } from "../test-support/digit-server.ts";
import { echoModel } from "../test-support/echo-model.ts";
import { solved } from "../test-support/solved.ts";
import { createServer } from "./create-server.ts";
import type { ServerOptions } from "./options.ts";

const inputs = ["a", "b"].map((name) => ({
  name,
  datatype: "INT32",
  shape: [1, 2, 3],
  data: [1, 2, 3, 4, 5, 6],
}));
const request = { body: JSON.stringify({ inputs }) };
const INFER = "/v2/models/echo_int32/infer";

async function start(options: ServerOptions = {}) {
  await solved();
  const server = await createServer({ models: [echoModel("INT32")], ...options });
  const url = await server.listen({ port: 0 });
  const send = rawClient(url);
  return { server, url, send, [Symbol.asyncDispose]: () => server.close() };
}

/** A model that takes its time. */
function slowModel(ms: number): Model {
  const echo = echoModel("INT32");
  let warm = 0;
  return {
    ...echo,
    maxBatchSize: 1,
    predict: async (given) => {
      if (warm++ >= 3) await wait(ms);
      return echo.predict(given);
    },
  };
}

describe("createServer", () => {
  test("answers in the middle of refusals, with security headers and a request id", async () => {
    await using server = await start();
    const { status, headers } = await server.send(INFER, request);
    expect(status).toBe(200);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    const named = await server.send("/v2", { headers: { "x-request-id": "my-id_1" } });
    expect(named.headers.get("x-request-id")).toBe("my-id_1");
    const forged = await server.send("/v2", { headers: { "x-request-id": "a b" } });
    expect(forged.headers.get("x-request-id")).not.toBe("a b");
  });

  test("answers 405 with Allow for a method that is not for a path", async () => {
    await using server = await start();
    const { status, headers } = await server.send(INFER);
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("POST");
    expect((await server.send("/v2/nothing")).status).toBe(404);
  });

  test.each([
    ["a % without digits", "/v2/models/%zz", 400],
    ["a name that is too long", `/v2/models/${"n".repeat(300)}`, 414],
  ])("answers %s in a path as every error", async (_, path, status) => {
    await using server = await start();
    const answer = await server.send(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.json).toMatchObject({ status, instance: path, error: expect.any(String) });
  });

  test("answers 413 for a body over the limit, and serves on", async () => {
    await using server = await start({ bodyLimit: 2000 });
    expect((await server.send(INFER, { body: "x".repeat(3000) })).status).toBe(413);
    expect((await server.send(INFER, request)).status).toBe(200);
  });

  test("answers 429 with Retry-After over the rate, and health checks always", async () => {
    await using server = await start({ rateLimit: 2 });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await server.send(INFER, request)).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await server.send(INFER, request);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(20);
    expect((await server.send("/v2/health/live")).status).toBe(200);
  });

  test("knows a client behind a proxy by what the proxy added, not by what it says itself", async () => {
    await using server = await start({ rateLimit: 1, trustProxy: true });
    const from = async (addresses: string) => {
      const headers = { "x-forwarded-for": addresses };
      return (await server.send(INFER, { ...request, headers })).status;
    };
    expect(await from("203.0.113.1, 198.51.100.7")).toBe(200);
    expect(await from("203.0.113.2, 198.51.100.7")).toBe(429);
    expect(await from("203.0.113.1, 198.51.100.8")).toBe(200);
  });

  test("answers 401 without a key that it knows", async () => {
    const sum = createHash("sha256").update("open sesame").digest("hex");
    await using server = await start({ apiKeys: [sum] });
    const none = await server.send(INFER, request);
    expect(none.status).toBe(401);
    expect(none.headers.get("www-authenticate")).toBe("Bearer");
    const wrong = { ...request, headers: { "x-api-key": sum } };
    expect((await server.send(INFER, wrong)).status).toBe(401);
    const right = { ...request, headers: { authorization: "Bearer open" } };
    expect((await server.send(INFER, right)).status).toBe(401);
    const known = { ...request, headers: { "x-api-key": "open sesame" } };
    expect((await server.send(INFER, known)).status).toBe(200);
    expect((await server.send("/v2/health/ready")).status).toBe(200);
  });

  test("sheds with 503 and Retry-After when the queue is full, and answers the rest", async () => {
    await using server = await start({ models: [slowModel(30)], queueLimit: 3 });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => server.send(INFER, request)),
    );
    const shed = answers.filter(({ status }) => status === 503);
    expect(shed.length).toBeGreaterThan(0);
    expect(shed.every(({ headers }) => headers.get("retry-after") === "1")).toBe(true);
    expect(answers.filter(({ status }) => status === 200).length).toBe(12 - shed.length);
  });

  test("sheds before it reads bodies when too many are at work", async () => {
    await using server = await start({ models: [slowModel(1500)], maxInFlight: 2 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => server.send(INFER, request)));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, 200, 503, 503, 503, 503]);
  });

  test("gives up a request that waits too long, with 503", async () => {
    await using server = await start({ models: [slowModel(80)], inferTimeout: 20 });
    const answers = await Promise.all([server.send(INFER, request), server.send(INFER, request)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 503]);
  });

  test("tells a stranger nothing of a model that fails, and answers its neighbours", async () => {
    const echo = echoModel("INT32");
    const fragile: Model = {
      ...echo,
      predict: (given) => {
        const { data } = given.get("a")!;
        if (data[0] === 13) throw new Error("secret path");
        return echo.predict(given);
      },
    };
    await using server = await start({ models: [fragile] });
    const unlucky = inputs.map((input) => ({ ...input, data: [13, 0, 0, 0, 0, 0] }));
    const answers = await Promise.all([
      server.send(INFER, request),
      server.send(INFER, { body: JSON.stringify({ inputs: unlucky }) }),
      server.send(INFER, request),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 500, 200]);
    expect(answers[1].bytes.toString()).not.toContain("secret");
  });

  test("closes the connection of a request that came before it began to drain, and ends soon", async () => {
    const server = await start({ models: [slowModel(300)] });
    const answer = server.send(INFER, request);
    await wait(50);
    server.server.stopBeingReady();
    const closed = server.server.close().then(() => "closed");
    const { status, headers } = await answer;
    expect({ status, connection: headers.get("connection") }).toEqual({
      status: 200,
      connection: "close",
    });
    // A connection that is kept would hold it for the minute that an idle one may have.
    expect(await Promise.race([closed, wait(10_000).then(() => "still open")])).toBe("closed");
  });

  test("drains: not ready, answers what comes, closes connections after their answers", async () => {
    await using server = await start({ models: [slowModel(60)] });
    const working = server.send(INFER, request);
    await wait(20);
    server.server.stopBeingReady();
    expect((await server.send("/v2/health/ready")).status).toBe(503);
    const model = await server.send("/v2/models/echo_int32/ready");
    expect([model.status, model.json]).toEqual([503, { name: "echo_int32", ready: false }]);
    expect((await server.send("/v2/health/live")).status).toBe(200);
    const late = await server.send(INFER, request);
    expect(late.headers.get("connection")).toBe("close");
    expect([late.status, (await working).status]).toEqual([200, 200]);
  });

  test("counts requests, batches and models for Prometheus", async () => {
    await using server = await start();
    await server.send(INFER, request);
    await server.send("/v2/models/none");
    const text = (await server.send("/metrics")).bytes.toString();
    expect(text).toContain(
      'http_requests_total{method="POST",route="/v2/models/:name/infer",status="200"} 1',
    );
    expect(text).toContain(
      'http_requests_total{method="GET",route="/v2/models/:name",status="404"} 1',
    );
    expect(text).toContain('model_batch_rows_count{model="echo_int32",version="1"} 1');
    expect(text).toContain('model_info{model="echo_int32",version="1",platform="test"} 1');
    expect(text).toContain("http_requests_in_flight 1");
  });
});

describe("digit server", () => {
  test("serves its page, script, style and documentation, and asks nobody else for anything", async () => {
    await using server = await startDigitServer();
    const send = rawClient(server.url);
    for (const [path, type] of [
      ["/", "text/html"],
      ["/script.js", "text/javascript"],
      ["/style.css", "text/css"],
      ["/docs", "text/html"],
    ]) {
      const { status, headers, bytes } = await send(path);
      expect(status).toBe(200);
      expect(headers.get("content-type")).toContain(type);
      expect(bytes.toString()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    }
  });

  test("documents every route that it has, in OpenAPI 3.1 without loose references", async () => {
    await using server = await startDigitServer({ REPOSITORY_API: "on" });
    const { bytes, json } = await rawClient(server.url)("/openapi.json");
    expect(json).toMatchObject({ openapi: "3.1.0" });
    const { paths, components } = z
      .object({ paths: z.looseObject({}), components: z.object({ schemas: z.looseObject({}) }) })
      .parse(json);
    const own = ["/", "/script.js", "/style.css", "/docs", "/favicon.ico", "/openapi.json"];
    for (const line of Object.keys(paths)) {
      const url = line.replaceAll(/\{(\w+)\}/g, ":$1");
      const found = (["GET", "POST"] as const).some((method) =>
        server.server.app.hasRoute({ method, url }),
      );
      expect([url, found]).toEqual([url, true]);
    }
    expect(own.some((path) => path in paths)).toBe(false);
    for (const [, name] of bytes.toString().matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(components.schemas).toHaveProperty(name);
    }
  });
});

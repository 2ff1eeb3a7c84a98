import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { wrk, type Request } from "./wrk.ts";

const missing = spawnSync("wrk", ["-v"]).error !== undefined;

/** A server that counts what it is sent, and answers with a status. */
async function counting(status: number) {
  const seen = new Map<string, number>();
  const server = createServer((request, response) => {
    let body = `${request.method} ${request.url} ${String(request.headers["x-kind"])} `;
    request.on("data", (piece: Buffer) => {
      body += piece.toString();
    });
    request.on("end", () => {
      seen.set(body, (seen.get(body) ?? 0) + 1);
      response.writeHead(status).end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, seen, [Symbol.dispose]: close };
}

const requests: Request[] = ["one", 't\nw"o'].map((body) => ({
  path: "/v1",
  body: Buffer.from(body),
  headers: { "x-kind": "test" },
}));

describe.skipIf(missing)(`wrk${missing ? " (skipped: it is not installed)" : ""}`, () => {
  test("sends each of the requests as it is, about as often", async () => {
    using server = await counting(200);
    const { requests: count, rps, p50, p99 } = await wrk(server.url, requests, 2, 1);
    expect([...server.seen.keys()].toSorted()).toEqual([
      "POST /v1 test one",
      'POST /v1 test t\nw"o',
    ]);
    const [a, b] = server.seen.values();
    expect(Math.abs(a - b)).toBeLessThanOrEqual(2);
    expect(a + b).toBeGreaterThanOrEqual(count);
    expect(rps).toBeGreaterThan(0);
    expect(p99).toBeGreaterThanOrEqual(p50);
  });

  test("says so when a server fails", async () => {
    using server = await counting(500);
    await expect(wrk(server.url, requests, 1, 1)).rejects.toThrow("failures");
  });
});

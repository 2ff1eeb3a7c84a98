import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { load } from "./load.ts";
import { startProcess } from "./server-process.ts";

describe("server process", () => {
  test("SIGTERM under load loses no request and ends with 0", async () => {
    const server = await startProcess({ DRAIN_DELAY_MS: "1000" });
    let stop = false;
    const running = load(server.url, 8, () => stop);
    await wait(1500);
    server.child.kill("SIGTERM");
    // Clients leave while the server still listens, as behind a load balancer that saw it is not ready.
    await wait(500);
    stop = true;
    const { statuses } = await running;
    expect(await server.exit).toBe(0);
    expect(Object.keys(statuses)).toEqual(["200"]);
    expect(statuses["200"]).toBeGreaterThan(50);
  });

  test("several processes answer on one port, count together, and end together", async () => {
    const server = await startProcess({ WORKERS: "2", DRAIN_DELAY_MS: "300" });
    const until = performance.now() + 1500;
    const { statuses } = await load(server.url, 8, () => performance.now() > until);
    const text = await (await fetch(`${server.url}/metrics`)).text();
    const counted = /http_requests_total\{[^}]*route="\/v1\/digits"[^}]*\} (\d+)/.exec(text)?.[1];
    expect(Object.keys(statuses)).toEqual(["200"]);
    expect(Number(counted)).toBe(statuses["200"]);
    server.child.kill("SIGTERM");
    expect(await server.exit).toBe(0);
  });
});

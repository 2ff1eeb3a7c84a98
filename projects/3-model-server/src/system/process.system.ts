import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { load, quantile } from "./load.ts";
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

  test("overload is shed with 503 while accepted requests are answered", async () => {
    const server = await startProcess({ MAX_IN_FLIGHT: "8" });
    const rest = performance.now() + 2000;
    const calm = await load(server.url, 4, () => performance.now() > rest);
    const until = performance.now() + 4000;
    const busy = await load(server.url, 48, () => performance.now() > until);
    server.child.kill("SIGTERM");
    expect(await server.exit).toBe(0);
    console.log(
      `unloaded p99 ${quantile(calm.latencies, 0.99).toFixed(1)} ms; overloaded: ` +
        `${JSON.stringify(busy.statuses)}, p99 of accepted ${quantile(busy.latencies, 0.99).toFixed(1)} ms`,
    );
    expect(Object.keys(calm.statuses)).toEqual(["200"]);
    expect(Object.keys(busy.statuses).toSorted()).toEqual(["200", "503"]);
  });
});

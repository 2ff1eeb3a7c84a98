import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { digitKinds } from "../hostile/digit-kinds.ts";
import { hostileRequests } from "../hostile/requests.ts";
import { sendAll } from "../hostile/send-all.ts";
import { load } from "./load.ts";
import { startProcess } from "./server-process.ts";

const COUNT = 10_000;

describe("10,000 hostile requests", () => {
  test("get no 5xx, crash nothing, leave memory as it was, and good requests are answered", async () => {
    const server = await startProcess({ REQUEST_TIMEOUT_MS: "2000" });
    const round = (count: number, seed: number) =>
      sendAll(server.port, hostileRequests(digitKinds, count, seed));
    // The first ones make the heap as large as it will be.
    await round(2000, 1);
    await wait(500);
    const before = server.memory();
    let stop = false;
    const beside = load(server.url, 1, () => stop);
    const { wrong, statuses } = await round(COUNT, 2);
    stop = true;
    const good = await beside;
    await wait(500);
    const after = server.memory();
    console.log(
      `hostile ${JSON.stringify(statuses)}; good ones beside them ${JSON.stringify(good.statuses)}; ` +
        `memory ${(before / 2 ** 20).toFixed(0)} -> ${(after / 2 ** 20).toFixed(0)} MiB`,
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(good.statuses)).toEqual(["200"]);
    expect(after).toBeLessThan(before * 1.3 + 20 * 2 ** 20);
    server.child.kill("SIGTERM");
    expect(await server.exit).toBe(0);
  });
});

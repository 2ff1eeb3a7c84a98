import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ModelClient } from "../client.ts";
import { drawDigit } from "../test-support/drawings.ts";
import { findEngine, type Engine } from "./container-engine.ts";
import { load } from "./load.ts";
import { freePort, untilReady } from "./server-process.ts";

const DOCKERFILE = "docker/model-server.Dockerfile";
const found = findEngine(DOCKERFILE);
const title = typeof found === "string" ? `Docker image (skipped: ${found})` : "Docker image";
const TAG = "model-server:system-test";

describe.skipIf(typeof found === "string")(title, () => {
  // Skipped otherwise.
  const engine = (): Engine => {
    if (typeof found === "string") throw new Error(found);
    return found;
  };
  const name = `model-server-test-${process.pid}`;
  let url = "";
  let readyAfter = 0;

  beforeAll(async () => {
    engine().build(DOCKERFILE, TAG);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const began = performance.now();
    engine().docker(
      "run",
      "--detach",
      "--name",
      name,
      "--network",
      "host",
      "--read-only",
      "--cap-drop",
      "ALL",
      "--security-opt",
      "no-new-privileges",
      "--env",
      `PORT=${port}`,
      "--env",
      "HOST=127.0.0.1",
      "--env",
      "DRAIN_DELAY_MS=1500",
      "--health-interval",
      "1s",
      TAG,
    );
    await untilReady(url);
    readyAfter = performance.now() - began;
  });
  afterAll(() => {
    try {
      engine().docker("rm", "--force", name);
    } catch {
      // It was never started.
    }
  });

  const inspect = (format: string, what = name) =>
    engine().docker("inspect", "--format", format, what);

  test("is at most 180 MB large, and ready at most 1.5 s after it was started", () => {
    const megabytes = Number(inspect("{{.Size}}", TAG)) / 1e6;
    console.log(
      `image ${megabytes.toFixed(0)} MB, ready after ${(readyAfter / 1000).toFixed(2)} s`,
    );
    expect(megabytes).toBeLessThan(180);
  });

  test("runs as a user that is not root, on a file system that cannot be written", () => {
    expect(inspect("{{.Config.User}}")).toBe("10001:10001");
    expect(inspect("{{.HostConfig.ReadonlyRootfs}}")).toBe("true");
    expect(() => engine().docker("exec", name, "/bin/sh", "-c", "true")).toThrow(/sh|exec/);
  });

  test("predicts from pictures, which needs sharp's native library", async () => {
    const client = new ModelClient(url);
    expect((await client.readDigit(await drawDigit(3))).digit).toBe(3);
    expect((await client.readDigit(await drawDigit(7))).digit).toBe(7);
  });

  test("is healthy for its own health check", async () => {
    await expect
      .poll(() => inspect("{{.State.Health.Status}}"), { timeout: 15_000, interval: 300 })
      .toBe("healthy");
  });

  test("loses no request when it is stopped under load, and ends with 0", async () => {
    let stop = false;
    const running = load(url, 8, () => stop);
    await wait(1000);
    engine().docker("kill", "--signal", "TERM", name);
    await wait(700);
    stop = true;
    const { statuses } = await running;
    expect(Object.keys(statuses)).toEqual(["200"]);
    expect(engine().docker("wait", name)).toBe("0");
  });
});

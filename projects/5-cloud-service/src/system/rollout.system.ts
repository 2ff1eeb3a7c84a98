import { writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeReference } from "../drift/write-reference.ts";
import { modelFile } from "../model/precision.ts";
import { folderStore } from "../registry/folder-store.ts";
import { ModelRegistry } from "../registry/registry.ts";
import { haproxyCommand } from "../rollout/haproxy.ts";
import { firingAlerts } from "../rollout/prometheus.ts";
import { madeUpReviews } from "../test-support/made-up-reviews.ts";
import { copyModel, failingModel } from "../test-support/other-models.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { Cluster } from "./cluster.ts";
import { startLoad, type Load } from "./load.ts";
import { missing, until } from "./programs.ts";

const reason = missing("haproxy", "prometheus");
const title = reason
  ? `three replicas behind HAProxy (skipped: ${reason})`
  : "three replicas behind HAProxy";

const by = "system test";
const reviews = madeUpReviews(5000, 11).map(({ text }) => text);

describe.skipIf(reason !== undefined)(title, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let registry: ModelRegistry;
  let cluster: Cluster;
  let load: Load;
  const seconds = (ms: number) => (ms / 1000).toFixed(1);

  const push = async (model: string) => {
    const examples = reviews.slice(0, 500).map((text) => ({ text, label: 0, slice: "all" }));
    await writeReference(model, examples, "fp32").catch(() => undefined);
    return (await registry.push(model, { name: "sentiment", by })).manifest.version;
  };
  /** On a machine that is busy with other things answers are slow, and an alarm that says so is right. */
  const alarms = async () => {
    const busy = loadavg()[0] > 2 * availableParallelism();
    const names = await firingAlerts(cluster.prometheus);
    return names.filter((name) => !(busy && name.endsWith("Slow")));
  };
  const fires = (name: string) => async () =>
    (await firingAlerts(cluster.prometheus)).includes(name);
  const untilQuiet = async () => {
    let fired: string[] = [];
    try {
      await until("no alert fires", async () => (fired = await alarms()).length === 0);
    } catch (error) {
      throw new Error(`${fired.join(", ")} still fires`, { cause: error });
    }
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    const place = join(folder.path, "registry");
    registry = new ModelRegistry(folderStore(place));
    await registry.promote("sentiment", await push(await copyModel(folder.path)), { by });
    cluster = new Cluster(folder.path, 3, { REGISTRY: place, PRECISION: "fp32", CACHE_MB: "0" });
    await cluster.open();
    load = startLoad(cluster.url, (i) => reviews[i % reviews.length], {
      connections: 4,
      pause: 10,
    });
  });
  afterAll(async () => {
    await load?.stop();
    await cluster?.[Symbol.asyncDispose]();
    await folder?.[Symbol.asyncDispose]();
  });

  test("healthy: every request is answered and no alert fires", async () => {
    load.mark();
    const fired: string[] = [];
    for (let i = 0; i < 20; i++) {
      await wait(1000);
      fired.push(...(await alarms()));
    }
    const { total, failed } = load.mark();
    console.log(`healthy: ${total} requests, ${failed} failed`);
    expect({ failed, fired }).toEqual({ failed: 0, fired: [] });
    expect(total).toBeGreaterThan(50);
  });

  test("rolling update: each replica is replaced, and no request fails", async () => {
    load.mark();
    for (const name of cluster.names) {
      expect(await cluster.end(name, "SIGTERM")).toBe(0);
      await cluster.start(name);
      await cluster.untilSeen(name, "UP");
    }
    const { total, failed, statuses } = load.mark();
    console.log(`rolling update: ${total} requests, ${failed} failed`);
    expect(statuses).toEqual({ 200: total });
  });

  test("game day, a replica is killed: no request fails, and TextServiceDown fires", async () => {
    await untilQuiet();
    load.mark();
    await cluster.end("replica-2", "SIGKILL");
    const took = await until("TextServiceDown", fires("TextServiceDown"), 60_000);
    const { total, statuses } = load.mark();
    await cluster.start("replica-2");
    await cluster.untilSeen("replica-2", "UP");
    await untilQuiet();
    console.log(
      `SIGKILL: ${total} requests, ${JSON.stringify(statuses)}; alert after ${seconds(took)} s`,
    );
    expect(statuses).toEqual({ 200: total });
  });

  /** Runs the canary with a tenth of the traffic; `begins` when it has that. */
  const canary = (bake: number, begins: () => void) =>
    cluster.programs.run(
      [
        "canary",
        "--admin-port",
        String(cluster.adminPort),
        "--prometheus",
        cluster.prometheus,
        "--stable",
        "3",
        "--percent",
        "10",
        "--bake",
        String(bake),
      ],
      {},
      (text) => {
        if (text.includes("of the traffic")) begins();
      },
    );
  const startCanary = async (version: string) => {
    await cluster.start("canary", { MODEL: `sentiment:${version}` });
    await cluster.untilSeen("canary", "UP");
  };

  test("canary, good: a tenth of the traffic, then promoted everywhere, and no request fails", async () => {
    const version = await push(await copyModel(folder.path));
    await startCanary(version);
    await untilQuiet();
    load.mark();
    let failedBefore = 0;
    const { code, text } = await canary(20, () => {
      failedBefore = load.mark().failed;
    });
    expect(`${code} ${code === 0 ? "" : text}`).toBe("0 ");
    expect(failedBefore).toBe(0);
    const { total, statuses, versions } = load.mark();
    const share = versions[version] / total;
    console.log(`canary: ${total} requests, ${(100 * share).toFixed(1)}% by the canary`);
    expect(statuses).toEqual({ 200: total });
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.15);
    await registry.promote("sentiment", version, { by, reason: "good canary" });
    let failed = 0;
    await until("all serve it", async () => {
      failed += load.mark().failed;
      await wait(1000);
      return Object.keys(load.result.versions).join() === version;
    });
    expect(failed + load.mark().failed).toBe(0);
    await haproxyCommand(cluster.adminPort, "set weight text/canary 0");
    await cluster.end("canary", "SIGTERM");
  });

  test("canary, bad: withdrawn by its alarm; only its own share fails, and nothing after that", async () => {
    const version = await push(await failingModel(folder.path, "film"));
    await startCanary(version);
    await untilQuiet();
    load.mark();
    let began = 0;
    let failedBefore = 0;
    const { code, text } = await canary(120, () => {
      began = performance.now();
      failedBefore = load.mark().failed;
    });
    const took = performance.now() - began;
    await cluster.untilIdle("canary");
    const { total, failed: failedSince, statuses, versions } = load.mark();
    // The load may hear of the beginning a little later than the balancer.
    const failed = failedBefore + failedSince;
    console.log(
      `bad canary: withdrawn after ${seconds(took)} s; ${failed} of ${total} requests failed (${JSON.stringify(statuses)}), ${text.trim()}`,
    );
    expect(code).toBe(1);
    expect(text).toContain("withdrawn: TextServiceCanaryFails");
    expect(Object.keys(statuses).toSorted()).toEqual(["200", "500"]);
    // All of what the canary answered and more: it had a tenth of the requests.
    expect(failed).toBeLessThan(0.15 * total + 5);
    expect(versions[version] ?? 0).toBeLessThan(0.15 * total + 5);
    await wait(5000);
    expect(load.mark().failed).toBe(0);
    await cluster.end("canary", "SIGTERM");
    await untilQuiet();
  });

  test("game day, a promoted version does not load: the last good one serves, TextServiceModelUpdateFailed fires, rollback ends it", async () => {
    await untilQuiet();
    const before = (await registry.log.current("sentiment"))!.version;
    const bad = await copyModel(folder.path);
    const version = await push(bad);
    await writeFile(join(bad, modelFile("fp32")), "no model");
    const broken = (await registry.push(bad, { name: "sentiment", by })).manifest.version;
    expect(broken).not.toBe(version);
    load.mark();
    await registry.promote("sentiment", broken, { by });
    const took = await until("alert", fires("TextServiceModelUpdateFailed"), 60_000);
    await registry.rollback("sentiment", { by, reason: "does not load" });
    await untilQuiet();
    const { total, statuses, versions } = load.mark();
    console.log(
      `bad promotion: alert after ${seconds(took)} s; ${total} requests, ${JSON.stringify(statuses)}`,
    );
    expect(statuses).toEqual({ 200: total });
    expect(versions).toEqual({ [before]: total });
  });

  test("game day, other texts come: TextServiceInputsDrift fires", async () => {
    await untilQuiet();
    await load.stop();
    const odd = startLoad(cluster.url, (i) => `☃ ${"qzx ".repeat(20)} ☃ ☃ ${i}`, {
      connections: 4,
    });
    const took = await until("alert", fires("TextServiceInputsDrift"));
    const { total, failed } = await odd.stop();
    console.log(`drift: alert after ${seconds(took)} s; ${total} requests, ${failed} failed`);
    expect(failed).toBe(0);
  });
});

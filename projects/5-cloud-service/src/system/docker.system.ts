import { cp, mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  findEngine,
  firstAndLast,
  hostileRequests,
  httpKinds,
  load,
  protocolKinds,
  quantile,
  sendAll,
  soak,
  type Engine,
  type Shot,
} from "@ml-roadmap/model-server/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultModelFolder } from "../default-model.ts";
import { folderStore } from "../registry/folder-store.ts";
import { ModelRegistry } from "../registry/registry.ts";
import { freePort } from "../test-support/ports.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { metric, post } from "../test-support/text-service.ts";
import { rights } from "./container.ts";
import { untilReady } from "./programs.ts";

const DOCKERFILE = "docker/text-service.Dockerfile";
const TAG = "text-service:system-test";
const found = findEngine(DOCKERFILE);
const title =
  typeof found === "string" ? `text service's image (skipped: ${found})` : "text service's image";

/** Seconds of the soak. */
const SOAK = Number(process.env["ML_ROADMAP_SOAK_SECONDS"] ?? 20);

const shot: Shot = {
  path: "/v1/classify",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ text: "a film that is not bad at all, and an ending that is" }),
};
const kinds = {
  ...protocolKinds({
    model: "sentiment",
    input: { name: "text", datatype: "BYTES", shape: [2], data: ["a good film", "a bad one"] },
  }),
  ...httpKinds("/v1/classify"),
};

describe.skipIf(typeof found === "string")(title, () => {
  // Skipped otherwise.
  const engine = (): Engine => {
    if (typeof found === "string") throw new Error(found);
    return found;
  };
  const names: string[] = [];

  /** Runs the image as it is meant to be: nothing that can be written, no rights. */
  async function start(...more: string[]) {
    const name = `text-service-test-${process.pid}-${names.length}`;
    names.push(name);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const settings = [`PORT=${port}`, "HOST=127.0.0.1", "DRAIN_DELAY_MS=1500", "CACHE_MB=0"];
    const began = performance.now();
    const options = [
      `--detach --network host ${rights.join(" ")}`,
      `--name ${name} --health-interval 1s`,
      ...settings.map((setting) => `--env ${setting}`),
    ];
    engine().docker("run", ...options.join(" ").split(" "), ...more, TAG);
    await untilReady(url, 60_000);
    return { name, port, url, readyAfter: performance.now() - began };
  }
  let server: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    engine().build(DOCKERFILE, TAG);
    server = await start();
  });
  afterAll(() => {
    for (const name of names) {
      try {
        engine().docker("rm", "--force", "--volumes", name);
      } catch {
        // It was never started.
      }
    }
  });

  const inspect = (format: string, what = server.name) =>
    engine().docker("inspect", "--format", format, what);

  test("is at most 350 MB large with its model, and ready at most 3 s after it was started", () => {
    const megabytes = Number(inspect("{{.Size}}", TAG)) / 1e6;
    const seconds = server.readyAfter / 1000;
    // What else runs on this machine, for each processor: 1 where there is nothing else.
    const others = Math.max(1, loadavg()[0] / availableParallelism());
    console.log(
      `image ${megabytes.toFixed(0)} MB, ready after ${seconds.toFixed(2)} s (load ${others.toFixed(1)})`,
    );
    expect(megabytes).toBeLessThan(350);
    expect(seconds).toBeLessThan(3 * others);
  });

  test("runs as a user that is not root, on a file system that cannot be written but for /tmp", () => {
    expect(inspect("{{.Config.User}}")).toBe("10001:10001");
    expect(inspect("{{.HostConfig.ReadonlyRootfs}}")).toBe("true");
    expect(inspect("{{range .Mounts}}{{.Destination}} {{.RW}}{{end}}")).toBe("/tmp true");
    expect(() => engine().docker("exec", server.name, "/bin/sh", "-c", "true")).toThrow(/sh|exec/);
    const write = (file: string) => {
      const program = `fs.writeFileSync(${JSON.stringify(file)}, "x")`;
      engine().docker("exec", server.name, "/usr/local/bin/node", "-e", program);
    };
    expect(() => write("/app/x")).toThrow(/EROFS|EACCES/);
    write("/tmp/x");
  });

  test("classifies with ONNX Runtime's native library", async () => {
    const texts = ["a wonderful film", "an awful film"];
    const { status, json } = await post(`${server.url}/v1/classify`, { texts });
    expect(status).toBe(200);
    expect(json.predictions.map(({ label }: { label: string }) => label)).toEqual([
      "positive",
      "negative",
    ]);
  });

  test("is healthy for its own health check", async () => {
    await expect
      .poll(() => inspect("{{.State.Health.Status}}"), { timeout: 15_000, interval: 300 })
      .toBe("healthy");
  });

  test("logs lines of JSON and nothing else: no library talks, or phones home", () => {
    const lines = engine().docker("logs", server.name).split("\n");
    expect(lines.filter((line) => !line.startsWith("{"))).toEqual([]);
  });

  test("has the commands besides serving: a file is scored in it", async () => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, "files"), { mode: 0o777 });
    const files = join(folder.path, "files");
    await writeFile(join(files, "in.jsonl"), '{"id":"1","text":"a lovely book"}\n');
    const command = ["score", "/files/in.jsonl", "--out", "/tmp/out.jsonl"];
    const mount = ["--volume", `${files}:/files:ro`];
    const said = engine().docker("run", "--rm", "--read-only", ...mount, TAG, ...command);
    expect(said).toContain('"texts":1');
  });

  test("fetches a model of a registry to /tmp, and serves it", async () => {
    await using folder = await temporaryFolder();
    const place = join(folder.path, "registry");
    const registry = new ModelRegistry(folderStore(place));
    const copy = join(folder.path, "model");
    await cp(defaultModelFolder(), copy, { recursive: true });
    const { manifest } = await registry.push(copy, { name: "sentiment", by: "system test" });
    await registry.promote("sentiment", manifest.version, { by: "system test" });
    const mount = ["--volume", `${place}:/models:ro`, "--env", "REGISTRY=/models"];
    const { url } = await start(...mount);
    const { json } = await post(`${url}/v1/classify`, { text: "a lovely book" });
    expect(json).toMatchObject({ label: "positive", model: { version: manifest.version } });
  });

  test("5,000 hostile requests: no 5xx, and good ones beside them are answered", async () => {
    let stop = false;
    const beside = load(server.url, 1, () => stop, shot);
    const { wrong, statuses } = await sendAll(server.port, hostileRequests(kinds, 5000, 1));
    stop = true;
    const good = await beside;
    console.log(`hostile ${JSON.stringify(statuses)}; good ${JSON.stringify(good.statuses)}`);
    expect(wrong).toEqual([]);
    expect(Object.keys(good.statuses)).toEqual(["200"]);
  });

  test(`soak: ${SOAK} s at 80% of what it can take, every request answered, memory as it was`, async () => {
    // From the metrics, since only the engine's own machine sees the process.
    let resident = (await metric(server.url, "process_resident_memory_bytes"))!;
    const read = async () => {
      resident = (await metric(server.url, "process_resident_memory_bytes")) ?? resident;
    };
    const reading = setInterval(() => void read(), 500);
    const { capacity, result, memory } = await soak(server.url, SOAK, () => resident, shot);
    clearInterval(reading);
    const [first, last] = firstAndLast(memory);
    const { statuses, latencies } = result;
    const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
    console.log(
      `soak: 80% of ${capacity.toFixed(0)} requests/s for ${SOAK} s: ${JSON.stringify(statuses)}, ` +
        `p50 ${quantile(latencies, 0.5).toFixed(1)} ms, p99 ${quantile(latencies, 0.99).toFixed(1)} ms; ` +
        `memory ${mebibytes(first)} -> ${mebibytes(last)} MiB`,
    );
    expect(Object.keys(statuses)).toEqual(["200"]);
    expect(last).toBeLessThan(first * 1.1 + 10 * 2 ** 20);
  });

  test("loses no request when it is stopped under load, and ends with 0", async () => {
    let stop = false;
    const running = load(server.url, 8, () => stop, shot);
    await wait(1000);
    engine().docker("kill", "--signal", "TERM", server.name);
    await wait(700);
    stop = true;
    const { statuses } = await running;
    expect(Object.keys(statuses)).toEqual(["200"]);
    expect(engine().docker("wait", server.name)).toBe("0");
  });
});

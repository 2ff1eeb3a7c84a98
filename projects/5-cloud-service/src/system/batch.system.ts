import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { madeUpReviews } from "../test-support/made-up-reviews.ts";
import { freePort } from "../test-support/ports.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { cli, kill, missing, Programs, until } from "./programs.ts";

const reason = missing("redis-server");
const title = reason ? `batch over Redis (skipped: ${reason})` : "batch over Redis";

/** Minutes of processes that are started and killed: only where it is asked for. */
const asked = process.env["ML_ROADMAP_FAULTS"] === "on";
/** Texts of the large run; the issue's figure, unless a smaller one is asked for. */
const TEXTS = Number(process.env["ML_ROADMAP_BATCH_TEXTS"] ?? 100_000);

describe.skipIf(reason !== undefined)(title, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const programs = new Programs();
  let redisPort = 0;
  let redis: ChildProcess;
  let url = "";
  const path = (name: string) => join(folder.path, name);

  async function startRedis(): Promise<ChildProcess> {
    const child = programs.start("redis-server", [
      "--port",
      String(redisPort),
      "--bind",
      "127.0.0.1",
      "--dir",
      folder.path,
      "--save",
      "",
      "--appendonly",
      "yes",
      "--appendfsync",
      "everysec",
    ]);
    await until("redis answers", async () => {
      const { connect } = await import("node:net");
      const socket = connect(redisPort, "127.0.0.1");
      await once(socket, "connect");
      socket.write("PING\r\n");
      const [answer]: Buffer[] = await once(socket, "data");
      socket.destroy();
      return answer.toString().startsWith("+PONG");
    });
    return child;
  }
  const startWorker = async () => {
    let said = "";
    const child = programs.start(process.execPath, [cli, "worker", "--redis", url], {
      log: (text) => {
        said += text;
      },
    });
    await until("worker computes", () => said.includes("computes with"));
    return child;
  };
  const write = async (name: string, count: number) => {
    const file = createWriteStream(path(name));
    for (const [i, { text }] of madeUpReviews(count, 9).entries()) {
      if (!file.write(`${JSON.stringify({ id: i, text: `${text} ${i}` })}\n`))
        await once(file, "drain");
    }
    file.end();
    await once(file, "close");
  };
  const score = async (...args: string[]) => {
    const { code, text } = await programs.run(["score", ...args]);
    const line = text.split("\n").find((one) => one.startsWith("{"));
    return { code, text, result: line === undefined ? undefined : JSON.parse(line) };
  };
  const bullmq = () => ["--engine", "bullmq", "--redis", url];

  beforeAll(async () => {
    folder = await temporaryFolder();
    await mkdir(folder.path, { recursive: true });
    redisPort = await freePort();
    url = `redis://127.0.0.1:${redisPort}`;
    redis = await startRedis();
  });
  afterAll(async () => {
    await programs[Symbol.asyncDispose]();
    await folder?.[Symbol.asyncDispose]();
  });

  test.skipIf(!asked)(
    `${TEXTS} texts with 3 workers, two killed and Redis restarted: each scored once, equal to the local engine's${asked ? "" : " (skipped: set ML_ROADMAP_FAULTS=on)"}`,
    async () => {
      await write("in.jsonl", TEXTS);
      const local = await score(path("in.jsonl"), "--out", path("local.jsonl"));
      expect(local.code).toBe(0);
      const workers = await Promise.all([startWorker(), startWorker(), startWorker()]);
      const out = path("bullmq.jsonl");
      const running = score(path("in.jsonl"), "--out", out, ...bullmq());
      const chunks = async () => (await readdir(`${out}.chunks`).catch(() => [])).length;
      const share = (part: number) =>
        until(
          `${100 * part}% are done`,
          async () => (await chunks()) >= (TEXTS / 200) * part,
          280_000,
        );
      await share(0.15);
      await kill(workers[0], "SIGKILL");
      await share(0.35);
      await kill(redis, "SIGKILL");
      redis = await startRedis();
      await share(0.55);
      await kill(workers[1], "SIGKILL");
      const { code, result, text } = await running;
      expect(`${code} ${code === 0 ? "" : text}`).toBe("0 ");
      expect(result).toMatchObject({ texts: TEXTS, sha256: local.result.sha256 });
      const rows = (await readFile(out, "utf8")).trimEnd().split("\n");
      expect(rows).toHaveLength(TEXTS);
      expect(rows.every((row, i) => row.startsWith(`{"row":${i + 1},"id":${i},`))).toBe(true);
      await kill(workers[2], "SIGTERM");
      console.log(
        `${TEXTS} texts: local ${local.result.seconds} s (${Math.round(TEXTS / local.result.seconds)} a second), ` +
          `over Redis with two workers and Redis killed ${result.seconds} s; both ${result.sha256}`,
      );
    },
    900_000,
  );

  test("a producer that is killed goes on where it was", async () => {
    const count = Math.min(TEXTS, 10_000);
    await write("again.jsonl", count);
    const args = [path("again.jsonl"), "--out", path("again.out.jsonl"), ...bullmq()];
    const worker = await startWorker();
    const first = programs.start(process.execPath, [cli, "score", ...args]);
    const folderOf = `${path("again.out.jsonl")}.chunks`;
    await until("a quarter is done", async () => (await readdir(folderOf)).length > count / 800);
    await kill(first, "SIGKILL");
    expect(existsSync(path("again.out.jsonl"))).toBe(false);
    const { code, result } = await score(...args);
    expect(code).toBe(0);
    expect(result.resumed).toBeGreaterThan(0);
    const local = await score(path("again.jsonl"), "--out", path("again.local.jsonl"));
    expect(result.sha256).toBe(local.result.sha256);
    await kill(worker, "SIGTERM");
  });

  test("a worker that is told to end finishes its chunk and ends with 0", async () => {
    await write("end.jsonl", 4000);
    const worker = await startWorker();
    const running = score(path("end.jsonl"), "--out", path("end.out.jsonl"), ...bullmq());
    await until("it has begun", () => existsSync(`${path("end.out.jsonl")}.chunks`));
    expect(await kill(worker, "SIGTERM")).toBe(0);
    const other = await startWorker();
    expect((await running).code).toBe(0);
    await kill(other, "SIGTERM");
  });

  test("chunks that nobody can compute are dead letters, listed with their reason, and exit code 1", async () => {
    await write("dead.jsonl", 300);
    // A worker with another precision's file missing cannot have this model.
    const worker = await startWorker();
    const args = [path("dead.jsonl"), "--out", path("dead.out.jsonl"), ...bullmq()];
    const place = path("registry");
    const model = path("model");
    const { cp, writeFile, rm } = await import("node:fs/promises");
    const { defaultModelFolder } = await import("../default-model.ts");
    await cp(defaultModelFolder(), model, { recursive: true });
    await writeFile(join(model, "note.txt"), "another digest");
    const { code, text } = await score(...args, "--model", model, "--registry", place);
    expect(code).toBe(1);
    expect(text).toMatch(/2 of 2 chunks could not be computed/);
    const dead = await readFile(path("dead.out.jsonl.dead.jsonl"), "utf8");
    expect(JSON.parse(dead.split("\n")[0]).reason).toMatch(/tried 5 times/);
    expect((await programs.run(["jobs", "--redis", url])).text).toMatch(
      /dead letter [\da-f]{12}: 200 texts/,
    );
    await rm(model, { recursive: true });
    await kill(worker, "SIGTERM");
  });
});

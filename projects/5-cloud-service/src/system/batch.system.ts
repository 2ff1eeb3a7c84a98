import { existsSync } from "node:fs";
import { cp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultModelFolder } from "../default-model.ts";
import { freePort } from "../test-support/ports.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { overRedis, score, startRedis, startWorker, writeTexts } from "./batch-parts.ts";
import { cli, kill, missing, Programs, until } from "./programs.ts";

const reason = missing("redis-server");
const title = reason ? `batch over Redis (skipped: ${reason})` : "batch over Redis";

/** Texts of the large run: enough to be killed in mid-run. `BATCH_TEXTS=100000` takes minutes. */
const TEXTS = Number(process.env["BATCH_TEXTS"] ?? 20_000);

describe.skipIf(reason !== undefined)(title, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const programs = new Programs();
  let redisPort = 0;
  let redis: ChildProcess;
  let url = "";
  const path = (name: string) => join(folder.path, name);

  const worker = () => startWorker(programs, url);
  const write = (name: string, count: number) => writeTexts(path(name), count);
  const run = (...args: string[]) => score(programs, ...args);
  const bullmq = () => overRedis(url);

  beforeAll(async () => {
    folder = await temporaryFolder();
    redisPort = await freePort();
    url = `redis://127.0.0.1:${redisPort}`;
    redis = await startRedis(programs, folder.path, redisPort);
  });
  afterAll(async () => {
    await programs[Symbol.asyncDispose]();
    await folder?.[Symbol.asyncDispose]();
  });

  test(`${TEXTS} texts with 3 workers, two killed and Redis restarted: each scored once, equal to the local engine's`, async () => {
    await write("in.jsonl", TEXTS);
    const local = await run(path("in.jsonl"), "--out", path("local.jsonl"));
    expect(local.code).toBe(0);
    const workers = await Promise.all([worker(), worker(), worker()]);
    const out = path("bullmq.jsonl");
    const running = run(path("in.jsonl"), "--out", out, ...bullmq());
    const chunks = async () => (await readdir(`${out}.chunks`).catch(() => [])).length;
    const share = (part: number) =>
      until(
        `${100 * part}% are done`,
        async () => (await chunks()) >= (TEXTS / 200) * part,
        600_000,
      );
    await share(0.15);
    await kill(workers[0], "SIGKILL");
    await share(0.35);
    await kill(redis, "SIGKILL");
    redis = await startRedis(programs, folder.path, redisPort);
    await share(0.55);
    await kill(workers[1], "SIGKILL");
    // All of that happened while there was work to do.
    expect(existsSync(out)).toBe(false);
    const { code, result, text } = await running;
    expect(`${code} ${code === 0 ? "" : text}`).toBe("0 ");
    expect(result).toMatchObject({ texts: TEXTS, sha256: local.result!.sha256 });
    const rows = (await readFile(out, "utf8")).trimEnd().split("\n");
    expect(rows).toHaveLength(TEXTS);
    expect(rows.every((row, i) => row.startsWith(`{"row":${i + 1},"id":${i},`))).toBe(true);
    await kill(workers[2], "SIGTERM");
    console.log(
      `${TEXTS} texts: local ${local.result!.seconds} s (${Math.round(TEXTS / local.result!.seconds)} a second), ` +
        `over Redis with two workers and Redis killed ${result!.seconds} s; both ${result!.sha256}`,
    );
  }, 1_800_000);

  test("a producer that is killed goes on where it was", async () => {
    const count = Math.min(TEXTS, 10_000);
    await write("again.jsonl", count);
    const args = [path("again.jsonl"), "--out", path("again.out.jsonl"), ...bullmq()];
    const own = await worker();
    const first = programs.start(process.execPath, [cli, "score", ...args]);
    const folderOf = `${path("again.out.jsonl")}.chunks`;
    await until("a quarter is done", async () => (await readdir(folderOf)).length > count / 800);
    await kill(first, "SIGKILL");
    expect(existsSync(path("again.out.jsonl"))).toBe(false);
    const { code, result } = await run(...args);
    expect(code).toBe(0);
    expect(result!.resumed).toBeGreaterThan(0);
    const local = await run(path("again.jsonl"), "--out", path("again.local.jsonl"));
    expect(result!.sha256).toBe(local.result!.sha256);
    await kill(own, "SIGTERM");
  });

  test("a worker that is told to end finishes its chunk and ends with 0", async () => {
    await write("end.jsonl", 4000);
    const own = await worker();
    const running = run(path("end.jsonl"), "--out", path("end.out.jsonl"), ...bullmq());
    const chunks = `${path("end.out.jsonl")}.chunks`;
    await until("it has begun", async () => (await readdir(chunks)).length > 0);
    expect(await kill(own, "SIGTERM")).toBe(0);
    expect(existsSync(path("end.out.jsonl"))).toBe(false);
    // A worker that dies leaves a chunk that is being computed for ever, as far as Redis knows.
    expect((await programs.run(["jobs", "--redis", url])).text).toMatch(/^active 0$/m);
    const other = await worker();
    expect((await running).code).toBe(0);
    await kill(other, "SIGTERM");
  });

  test("a worker that was there before the first promotion computes what comes after it", async () => {
    await write("early.jsonl", 300);
    const place = ["--registry", path("early-registry")];
    const early = await startWorker(programs, url, "--model", "sentiment", ...place);
    const registry = (...args: string[]) => programs.run(["registry", ...args, ...place]);
    expect((await registry("push", defaultModelFolder(), "--name", "sentiment")).code).toBe(0);
    expect((await registry("promote", "sentiment:1")).code).toBe(0);
    const args = ["--out", path("early.out.jsonl"), ...bullmq(), "--model", "sentiment", ...place];
    const { code, result } = await run(path("early.jsonl"), ...args);
    expect([code, result?.texts]).toEqual([0, 300]);
    await kill(early, "SIGTERM");
  });

  test("chunks that nobody can compute are dead letters, listed with their reason, and exit code 1", async () => {
    await write("dead.jsonl", 300);
    // A worker with another precision's file missing cannot have this model.
    const own = await worker();
    const args = [path("dead.jsonl"), "--out", path("dead.out.jsonl"), ...bullmq()];
    const place = path("registry");
    const model = path("model");
    await cp(defaultModelFolder(), model, { recursive: true });
    await writeFile(join(model, "note.txt"), "another digest");
    const { code, text } = await run(...args, "--model", model, "--registry", place);
    expect(code).toBe(1);
    expect(text).toMatch(/2 of 2 chunks could not be computed/);
    const dead = await readFile(path("dead.out.jsonl.dead.jsonl"), "utf8");
    expect(JSON.parse(dead.split("\n")[0]).reason).toMatch(/tried 5 times/);
    expect((await programs.run(["jobs", "--redis", url])).text).toMatch(
      /dead letter [\da-f]{12}: 200 texts/,
    );
    await rm(model, { recursive: true });
    await kill(own, "SIGTERM");
  });
});

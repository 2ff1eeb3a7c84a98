#!/usr/bin/env node
import { mkdir } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { freePort } from "../test-support/ports.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { overRedis, score, startRedis, startWorker, writeTexts } from "./batch-parts.ts";
import { kill, missing, Programs } from "./programs.ts";

// `npm run batch-speed -- [TEXTS] [ROUNDS]`: texts a second of the local engine, and over Redis with one worker
// and with two, in turn; the median of the rounds. Ends with 1 when outputs differ.

const [texts = 100_000, rounds = 3] = process.argv.slice(2).map(Number);
const reason = missing("redis-server");
if (!(texts > 0) || !(rounds > 0) || reason) {
  console.error(reason ?? "usage: batch-speed [TEXTS] [ROUNDS]");
  process.exit(2);
}
await using folder = await temporaryFolder();
await using programs = new Programs();
const input = join(folder.path, "in.jsonl");
await writeTexts(input, texts);
const digests = new Set<string>();
let runs = 0;

/** Texts a second of one run. */
async function speed(workers: number): Promise<number> {
  const own = join(folder.path, `run-${++runs}`);
  await mkdir(own);
  const args = [input, "--out", join(own, "out.jsonl")];
  // A Redis of its own: another's results would be found, and nothing computed.
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const started = workers === 0 ? [] : [await startRedis(programs, own, port)];
  for (let i = 0; i < workers; i++) started.push(await startWorker(programs, url));
  const { result, text } = await score(programs, ...args, ...(workers > 0 ? overRedis(url) : []));
  await Promise.all(started.toReversed().map((child) => kill(child, "SIGTERM")));
  if (!result) throw new Error(text);
  digests.add(result.sha256);
  return texts / result.seconds;
}

const named = new Map([
  ["local", 0],
  ["1 worker", 1],
  ["2 workers", 2],
]);
const speeds = new Map<string, number[]>(Array.from(named.keys(), (name) => [name, []]));
console.log(`${texts} texts; load of this machine: ${loadavg()[0].toFixed(1)}`);
for (let round = 0; round < rounds; round++) {
  for (const [name, workers] of named) speeds.get(name)!.push(await speed(workers));
}
const median = (name: string) =>
  speeds.get(name)!.toSorted((a, b) => a - b)[Math.floor((rounds - 1) / 2)];
for (const [name, all] of speeds) {
  console.log(`${name}: ${Math.round(median(name))} texts/s (${all.map(Math.round).join(", ")})`);
}
console.log(`1 to 2 workers: ${(median("2 workers") / median("1 worker")).toFixed(2)} times`);
if (digests.size !== 1) throw new Error("the outputs differ");

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { connect } from "node:net";
import { basename } from "node:path";
import type { ChildProcess } from "node:child_process";
import { madeUpReviews } from "../test-support/made-up-reviews.ts";
import { cli, until, type Programs } from "./programs.ts";

/** A Redis that keeps what it was told, in a folder; started again there it goes on. */
export async function startRedis(
  programs: Programs,
  folder: string,
  port: number,
): Promise<ChildProcess> {
  const options = {
    port,
    bind: "127.0.0.1",
    dir: folder,
    save: "",
    appendonly: "yes",
    appendfsync: "everysec",
  };
  const child = programs.start(
    "redis-server",
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
  );
  await until("redis answers", async () => {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    socket.write("PING\r\n");
    const [answer]: Buffer[] = await once(socket, "data");
    socket.destroy();
    return answer.toString().startsWith("+PONG");
  });
  return child;
}

/** A worker that is ready to compute. */
export async function startWorker(
  programs: Programs,
  redis: string,
  ...args: string[]
): Promise<ChildProcess> {
  let said = "";
  const child = programs.start(process.execPath, [cli, "worker", "--redis", redis, ...args], {
    log: (text) => {
      said += text;
    },
  });
  await until("worker computes", () => said.includes("computes with"));
  return child;
}

/** Writes texts of which no two are the same, nor one of another file: its result might be known already. */
export async function writeTexts(path: string, count: number): Promise<void> {
  const name = basename(path, ".jsonl");
  const file = createWriteStream(path);
  for (const [i, { text }] of madeUpReviews(count, 9).entries()) {
    if (!file.write(`${JSON.stringify({ id: i, text: `${text} ${name} ${i}` })}\n`))
      await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}

export interface ScoreRun {
  code: number;
  /** All that was said. */
  text: string;
  /** Undefined when it failed. */
  result?: { texts: number; chunks: number; resumed: number; sha256: string; seconds: number };
}

/** `text-service score` with some arguments, to its end. */
export async function score(programs: Programs, ...args: string[]): Promise<ScoreRun> {
  const { code, text } = await programs.run(["score", ...args]);
  const line = text.split("\n").find((one) => one.startsWith("{"));
  return { code, text, ...(line !== undefined && { result: JSON.parse(line) }) };
}

export const overRedis = (url: string): string[] => ["--engine", "bullmq", "--redis", url];

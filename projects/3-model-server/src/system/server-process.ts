import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

// This file runs from its source in tests and from the build in `npm run soak`; the server from the build.
const fromSource = import.meta.url.endsWith(".ts");
const cli = fileURLToPath(
  new URL(fromSource ? "../../dist/src/cli.js" : "../cli.js", import.meta.url),
);

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Waits until a server is ready; the milliseconds it took. */
export async function untilReady(url: string, limit = 120_000): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`${url}/v2/health/ready`).catch(() => undefined);
    if (answer?.ok) return performance.now() - began;
    if (performance.now() - began > limit) throw new Error(`${url} is not ready after ${limit} ms`);
    await wait(10);
  }
}

/** The built server as a process of its own. */
export async function startProcess(environment: Record<string, string> = {}) {
  if (!existsSync(cli)) throw new Error(`${cli} is missing: build first`);
  const port = await freePort();
  const child = spawn(process.execPath, [cli], {
    env: { ...process.env, PORT: String(port), LOG_LEVEL: "error", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let log = "";
  child.stdout.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  const url = `http://127.0.0.1:${port}`;
  const exit = once(child, "exit").then(([code]: (number | null)[]) => code);
  await untilReady(url).catch((error: unknown) => {
    child.kill("SIGKILL");
    throw error;
  });
  return { child, url, port, exit, log: () => log, memory: () => residentBytes(child) };
}

/** Memory of a process, in bytes; Linux only. */
export function residentBytes({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The built command line, also when this file is built itself. */
export const cli = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../dist/src/cli.js" : "../cli.js", import.meta.url),
);

/** Why a system test cannot run here; undefined when all it needs is here. */
export function missing(...programs: string[]): string | undefined {
  if (!existsSync(cli)) return "build first";
  const gone = programs.filter((name) => spawnSync(name, ["--version"]).error !== undefined);
  return gone.length > 0 ? `not installed: ${gone.join(", ")}` : undefined;
}

/** Programs of a test, which all end with it. */
export class Programs {
  readonly #children = new Set<ChildProcess>();

  /** Starts a program; its output goes to `log`, or nowhere. */
  start(
    command: string,
    args: readonly string[],
    { env = {}, log }: { env?: Record<string, string>; log?: (text: string) => void } = {},
  ): ChildProcess {
    const child = spawn(command, [...args], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (piece: Buffer) => log?.(piece.toString()));
    }
    this.#children.add(child);
    child.once("exit", () => this.#children.delete(child));
    return child;
  }

  /** Runs our command line to its end; its exit code and what it said, which `log` gets as it is said. */
  async run(
    args: readonly string[],
    env: Record<string, string> = {},
    log?: (text: string) => void,
  ): Promise<{ code: number; text: string }> {
    let text = "";
    const child = this.start(process.execPath, [cli, ...args], {
      env,
      log: (piece) => {
        text += piece;
        log?.(piece);
      },
    });
    const [code]: (number | null)[] = await once(child, "close");
    return { code: code ?? -1, text };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const children = [...this.#children];
    await Promise.all(children.map((child) => kill(child, "SIGKILL")));
  }
}

/** Ends a program and waits until it has ended. */
export async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill(signal);
  const [code]: (number | null)[] = await ended;
  return code;
}

/** Waits until something holds; throws after `limit` ms. Returns the ms it took. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limit = 180_000,
): Promise<number> {
  const began = performance.now();
  for (;;) {
    if (await Promise.resolve(holds()).catch(() => false)) return performance.now() - began;
    if (performance.now() - began > limit) throw new Error(`${what}: not within ${limit} ms`);
    await wait(50);
  }
}

export const untilReady = (url: string, limit?: number) =>
  until(`${url} is ready`, async () => (await fetch(`${url}/v2/health/ready`)).ok, limit);

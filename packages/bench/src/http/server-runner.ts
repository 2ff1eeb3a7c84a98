import { createServer } from "node:net";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { Runner } from "../runner.ts";
import { treeSeconds } from "./process-tree.ts";
import { wrk, type LoadFigures, type Request } from "./wrk.ts";

/** How a server is started on a port; throws `MissingPeer` when it cannot be. */
export type Command = (port: number) => {
  command: string;
  args: string[];
  env?: Record<string, string>;
  cwd?: string;
};

/** Requests before the first that is measured, and seconds after which they are enough. */
const WARM = 4000;
const WARM_LIMIT = 8;

/** Loads a server for some seconds. */
export type Load = (
  url: string,
  requests: readonly Request[],
  seconds: number,
) => Promise<LoadFigures>;

/** As much as these connections bring through, each with one request after the other. */
export const asMuchAsGoes =
  (connections: number): Load =>
  (url, requests, seconds) =>
    wrk(url, requests, connections, seconds);

export interface ServerRun {
  readonly command: Command;
  /** Sent in turn, over and over. */
  readonly requests: readonly Request[];
  readonly load: Load;
  /** Throws where a server does not do what is to be timed. */
  readonly check?: (url: string) => Promise<void>;
}

/** A server in processes of its own, loaded from another; a sample is one request. */
export function serverRunner({ command, requests, load, check }: ServerRun): Runner {
  return {
    async start({ processes, quick }) {
      const probe = createServer().listen(0, "127.0.0.1");
      await once(probe, "listening");
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close();
      const { command: program, args, env, cwd } = command(port);
      const child = processes.spawn(program, args, {
        env: { ...process.env, ...env },
        cwd,
        stdio: "ignore",
      });
      const url = `http://127.0.0.1:${port}`;
      for (let tries = 0; ; tries++) {
        const answer = await fetch(url).catch(() => undefined);
        if (answer) break;
        if (tries === 150) throw new Error(`${program} does not answer`);
        await wait(100);
      }
      await check?.(url);
      // By requests, not by time: on a busy machine a second is too short for a compiler to notice.
      for (let seconds = 0, sent = 0; sent < WARM && seconds < WARM_LIMIT; seconds++) {
        sent += (await wrk(url, requests, 32, 1)).requests;
      }
      return {
        async measure() {
          const before = treeSeconds(child.pid!);
          const { requests: count, rps, p50, p99 } = await load(url, requests, quick ? 1 : 3);
          const cpu = (treeSeconds(child.pid!) - before) / count;
          return { cpu, wall: 1 / rps, rps, p50, p99 };
        },
        close: () => void child.kill("SIGTERM"),
      };
    },
  };
}

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { MissingPeer } from "./runner.ts";
import type { RunContext, Runner, Session } from "./runner.ts";

/** What is timed, with what belongs to it. */
export interface Prepared {
  run(): unknown;
  /** Other numbers about the last runs, taken outside the timing. */
  report?(): Readonly<Record<string, number>>;
  close?(): Promise<void> | void;
  readonly versions?: Readonly<Record<string, string>>;
}

type Prepare = (context: RunContext) => Run | Prepared | Promise<Run | Prepared>;
type Run = () => unknown;

/**
 * A contestant in this process: `prepare` makes its data (not timed) and returns what is timed, a
 * function that may be async. A package that `prepare` cannot import counts as a missing peer.
 */
export function inProcess(prepare: Prepare, { get = "" }: { get?: string } = {}): Runner {
  return {
    async start(context) {
      let prepared: Run | Prepared;
      try {
        prepared = await prepare(context);
      } catch (error) {
        if (!isMissingModule(error)) throw error;
        const [, name = "a package"] =
          /Cannot find (?:package|module) '([^']+)'/.exec(error.message) ?? [];
        throw new MissingPeer(`${name} is not installed`, get || `npm install ${name}`);
      }
      return session(typeof prepared === "function" ? { run: prepared } : prepared);
    },
  };
}

function session(prepared: Prepared): Session {
  return {
    versions: prepared.versions,
    async measure(repeat) {
      // The last contestant's garbage is not this one's time.
      collectGarbage();
      const wallStart = performance.now();
      const cpuStart = process.cpuUsage();
      for (let i = 0; i < repeat; i++) {
        const result = prepared.run();
        if (result instanceof Promise) await result;
      }
      const cpu = process.cpuUsage(cpuStart);
      const wall = (performance.now() - wallStart) / 1e3;
      return {
        ...prepared.report?.(),
        cpu: (cpu.user + cpu.system) / 1e6 / repeat,
        wall: wall / repeat,
      };
    },
    close: () => prepared.close?.(),
  };
}

let gc: (() => void) | undefined;

function collectGarbage() {
  if (!gc) {
    setFlagsFromString("--expose-gc");
    gc = runInNewContext("gc");
  }
  gc?.();
}

function isMissingModule(error: unknown): error is Error {
  return error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
}

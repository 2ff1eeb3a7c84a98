import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { FromRunner, RunnerOptions, RunRequest, RunResult, ToRunner } from "./protocol.ts";

/** The tests did not end in time; the runner was ended. */
export class TimeoutError extends Error {
  override name = "TimeoutError";
  /** The test that was running, if one had begun. */
  readonly test: string | undefined;
  readonly seconds: number;

  constructor(seconds: number, test: string | undefined) {
    super(`the tests ran longer than ${seconds} s`);
    this.seconds = seconds;
    this.test = test;
  }
}

/** The runner broke down: not a failing test, but no test run at all. */
export class RunnerError extends Error {
  override name = "RunnerError";
}

/** A test runner in a process of its own. */
export interface Session {
  /**
   * Runs tests.
   *
   * @throws {TimeoutError} after `seconds`; the session is over then.
   */
  readonly run: (request: RunRequest, seconds?: number) => Promise<RunResult>;
  /** Ends the process at once, whatever it is doing. */
  readonly stop: () => void;
}

// Sources run the compiled runner: Node 20 starts no TypeScript.
const entry = fileURLToPath(
  new URL(
    import.meta.url.endsWith(".ts")
      ? "../../dist/src/check/runner-process.js"
      : "./runner-process.js",
    import.meta.url,
  ),
);

/** Starts a runner; it gets ready while the caller goes on. */
export function startSession(options: RunnerOptions): Session {
  // A learner's tests must not meet the settings of a test runner that we ourselves run under.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VITE|VITEST|TEST$|NODE_ENV$)/.test(name)),
  );
  const child = fork(entry, [], {
    cwd: options.root,
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let noise = "";
  // Where it could not be started no "exit" follows; else it is a message to a process that has just ended.
  child.on("error", ({ message }) => {
    if (child.pid === undefined) noise += message;
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text: Buffer) => {
      if (noise.length < 10_000) noise += text.toString("utf8");
    });
  }
  send(child, { kind: "start", options });
  const ready = answer(child, () => noise, "ready");
  // The failure is told by the first run; until then nobody listens.
  ready.catch(() => {});
  return {
    async run(request, seconds = 60) {
      await ready;
      let current: string | undefined;
      const follow = (message: FromRunner) => {
        if (message.kind === "testing") current = message.name;
      };
      child.on("message", follow);
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          child.kill("SIGKILL");
          reject(new TimeoutError(seconds, current));
        }, seconds * 1000);
      });
      try {
        send(child, { kind: "run", request });
        const message = await Promise.race([answer(child, () => noise, "result"), timeout]);
        return message.result;
      } finally {
        clearTimeout(timer);
        child.off("message", follow);
      }
    },
    stop: () => child.kill("SIGKILL"),
  };
}

function send(child: ChildProcess, message: ToRunner): void {
  if (child.connected) child.send(message);
}

/** The next message of a kind; rejects when the process reports a crash or ends. */
function answer<Kind extends FromRunner["kind"]>(
  child: ChildProcess,
  noise: () => string,
  kind: Kind,
): Promise<Extract<FromRunner, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: FromRunner) => {
      if (isKind(message, kind)) settle(() => resolve(message));
      else if (message.kind === "crashed") settle(() => reject(new RunnerError(message.message)));
    };
    const onExit = () => {
      const last = noise().trim().split("\n").slice(-5).join("\n");
      settle(() => reject(new RunnerError(last || "the test runner ended without an answer")));
    };
    const onError = () => child.pid === undefined && onExit();
    const settle = (finish: () => void) => {
      child.off("message", onMessage);
      child.off("exit", onExit);
      child.off("error", onError);
      finish();
    };
    if (child.exitCode !== null || child.signalCode !== null) onExit();
    child.on("message", onMessage);
    child.on("exit", onExit);
    child.on("error", onError);
  });
}

function isKind<Kind extends FromRunner["kind"]>(
  message: FromRunner,
  kind: Kind,
): message is Extract<FromRunner, { kind: Kind }> {
  return message.kind === kind;
}

// The test runner's own process: the `roadmap` command talks to it over IPC and can end it at any time.
import type { FromRunner, ToRunner } from "./protocol.ts";
import { startRunner, type Runner } from "./runner.ts";

let runner: Runner | undefined;

function report(message: FromRunner): void {
  process.send?.(message);
}

async function handle(message: ToRunner): Promise<void> {
  if (message.kind === "start") {
    runner = await startRunner(message.options, report);
    report({ kind: "ready" });
  } else if (message.kind === "run" && runner) {
    report({ kind: "result", result: await runner.run(message.request) });
  } else {
    process.exit(0);
  }
}

process.on("message", (message: ToRunner) => {
  handle(message).catch((error: unknown) => {
    report({ kind: "crashed", message: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
  });
});
// The terminal sends Ctrl-C to every process; the command decides what happens to this one.
process.on("SIGINT", () => {});
// Nobody is left to report to.
process.on("disconnect", () => process.exit(0));

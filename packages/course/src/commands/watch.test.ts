import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { testStarter, type TestStarter } from "../test-support/starter.ts";

// Several runs one after the other, on machines that do other things as well.
vi.setConfig({ testTimeout: 120_000 });

let starter: TestStarter;
let child: ChildProcess;
let text = "";

/** Starts `roadmap watch` with its output in a pipe, as where there is no terminal. */
function startWatch(): void {
  text = "";
  const cli = join(starter.path, "node_modules/@ml-roadmap/course/dist/src/cli.js");
  child = spawn(process.execPath, [cli, "watch"], {
    cwd: starter.path,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
  }
}

/** Waits until something is printed, and forgets what was printed up to there. */
async function until(what: string): Promise<string> {
  for (;;) {
    const at = text.indexOf(what);
    if (at >= 0) {
      const before = text.slice(0, at);
      text = text.slice(at + what.length);
      return before;
    }
    if (child.exitCode !== null) throw new Error(`watch ended: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

beforeEach(() => {
  starter = testStarter();
  startWatch();
});
afterEach(() => {
  child.kill("SIGKILL");
  starter.remove();
});

describe("watch(context, step)", () => {
  test("checks at once and on every save, goes on to the next step, and ends with Ctrl-C", async () => {
    expect(await until("watching, ")).toContain("Write mean(x) in src/mean.ts.");
    starter.edit("src/mean.ts", 'throw new Todo("1.1 mean of a vector");', "return sum(x);");
    expect(await until("watching, ")).toContain("expected  3\n    came      9\n");
    starter.edit("src/mean.ts", "return sum(x);", "return sum(x) / x.length;");
    expect(await until("watching, ")).toContain("✓ 1.1 Mean of a vector  2 tests");
    // A Dockerfile outside of src is watched too.
    starter.fill("1.2");
    expect(await until("watching, ")).toContain("1.3 The image's runtime stage");
    starter.fill("1.3");
    expect(await until("watching, ")).toContain("✓ 1.3 The image's runtime stage");
    const ended = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(exitCodes.interrupted);
  });

  test("gives up a run that never ends as soon as something new is saved", async () => {
    await until("watching, ");
    starter.edit("src/mean.ts", 'throw new Todo("1.1 mean of a vector");', "for (;;);");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    starter.edit("src/mean.ts", "for (;;);", "return sum(x) / x.length;");
    expect(await until("watching, ")).toContain("✓ 1.1 Mean of a vector  2 tests");
  });
});

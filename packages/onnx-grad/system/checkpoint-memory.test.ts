import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** The peak memory, in MiB, of a process that trains BERT mini on two batches of 32 x 128. */
async function peakMemory(mode: "full" | "checkpoint"): Promise<number> {
  const script = fileURLToPath(new URL("../dist/bench/peers/onnx-grad-step.js", import.meta.url));
  const request = { size: "mini", b: 32, s: 128, mode, threads: 1 };
  const child = spawn(process.execPath, [script, JSON.stringify(request)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  child.stdin.write('{"repeat": 2}\n');
  const { peak }: { peak: number } = JSON.parse((await lines.next()).value ?? "{}");
  child.stdin.end();
  await once(child, "exit");
  return peak;
}

test("checkpoint(block, x) keeps less in memory", async () => {
  const [full, checkpointed] = [await peakMemory("full"), await peakMemory("checkpoint")];
  expect(checkpointed).toBeLessThan(0.8 * full);
});

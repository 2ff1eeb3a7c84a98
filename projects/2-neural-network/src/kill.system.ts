import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededUniform } from "@ml-roadmap/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

const cli = join(import.meta.dirname, "..", "dist", "src", "cli.js");
const KILLS = 20;
/** Long enough that twenty kills within the first second after a start do not see its end. */
const EPOCHS = 40;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kill-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Trains, or goes on training, until the end or until killed after a while of training. */
function train(out: string, killAfter = Infinity): Promise<NodeJS.Signals | number | null> {
  const args = ["train", "--data", "embedded", "--epochs", String(EPOCHS), "--out", out];
  if (existsSync(join(out, "checkpoint.safetensors"))) args.push("--resume");
  const child = spawn(process.execPath, [cli, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (!/Loss before|Going on/.test(text) || killAfter === Infinity) return;
    setTimeout(() => child.kill("SIGKILL"), killAfter);
  });
  return new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)));
}

async function digest(out: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(join(out, "model.safetensors")))
    .digest("hex");
}

test(`a training killed ${KILLS} times ends with the weights of an unbroken one`, async () => {
  const uniform = seededUniform(3);
  const [broken, unbroken] = [join(folder, "broken"), join(folder, "unbroken")];
  for (let kill = 0; kill < KILLS; kill++) {
    expect(await train(broken, 900 * uniform())).toBe("SIGKILL");
  }
  expect(await train(broken)).toBe(0);
  expect(await train(unbroken)).toBe(0);
  expect(await digest(broken)).toBe(await digest(unbroken));
  const epochs = JSON.parse(await readFile(join(broken, "history.json"), "utf8"));
  expect(epochs.map(({ epoch }: { epoch: number }) => epoch)).toEqual(
    Array.from({ length: EPOCHS }, (_, i) => i + 1),
  );
});

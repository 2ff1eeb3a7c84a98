import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const read = (path: string): string =>
  readFileSync(new URL(`../${path}`, import.meta.url), "utf8").replaceAll("\r\n", "\n");

/** The first block of README.md in this language. */
function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(read("README.md"))?.[1] ?? "";
}

test("README.md shows the example as it is, and what it prints", async () => {
  expect(block("ts")).toBe(read("examples/readme.ts"));
  const folder = mkdtempSync(join(tmpdir(), "onnx-grad-readme-"));
  const model = join(folder, "circle.onnx");
  const script = fileURLToPath(new URL("../dist/examples/readme.js", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, model]);
  expect(stdout).toBe(block("text"));
  expect(statSync(model).size).toBeGreaterThan(400);
  rmSync(folder, { recursive: true });
});

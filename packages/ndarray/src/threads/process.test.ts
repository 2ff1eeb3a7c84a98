import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "ndarray-threads-"));
const source = fileURLToPath(new URL("..", import.meta.url));

beforeAll(async () => {
  await build({
    configFile: false,
    root: source,
    logLevel: "error",
    build: {
      ssr: true,
      outDir: folder,
      rollupOptions: {
        input: { index: join(source, "index.ts"), threads: join(source, "threads/index.ts") },
        output: { entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" },
      },
    },
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a process that forgets to close its pool ends all the same", () => {
  const program = `
    import * as np from "./index.mjs";
    import { threadPool } from "./threads.mjs";
    const pool = await threadPool({ threads: 2 });
    const a = np.ones([400, 400], { dtype: "float32" });
    console.log(pool.threads, np.matmul(a, a).get(3, 4));
  `;
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: folder,
    encoding: "utf8",
    timeout: 15_000,
  });
  expect(run.stderr).toBe("");
  expect(run.stdout).toBe("2 400\n");
  expect(run.status).toBe(0);
});

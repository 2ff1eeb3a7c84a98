import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, test } from "vitest";

test("the package's entry bundles for a browser without any module of Node's", async () => {
  const entry = fileURLToPath(new URL("../index.ts", import.meta.url));
  const found: string[] = [];
  const result = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry, formats: ["es"], fileName: "ndarray" } },
    plugins: [
      {
        name: "node-imports",
        resolveId(id) {
          if (id.startsWith("node:")) found.push(id);
        },
      },
    ],
  });
  const outputs = Array.isArray(result) ? result.flatMap(({ output }) => output) : [];
  const code = outputs.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("\n");
  expect(found).toEqual([]);
  expect(code.length).toBeGreaterThan(10_000);
  expect(code).not.toMatch(/from "node:|require\("/);
});

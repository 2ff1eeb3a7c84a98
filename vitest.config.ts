import { defineConfig } from "vitest/config";

// Every package runs its tests with this file (`vitest run --config ../../vitest.config.ts --root .`).
// The `source` condition resolves workspace packages to their TypeScript, so tests need no build.
const conditions = ["source", "node", "import", "module", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["src/**/*.test.ts"],
    reporters: process.env["CI"] ? ["default"] : ["dot"],
    outputFile: { json: "dist/test-results.json" },
    // Generous, because a busy machine is no fault of the code: nothing here asserts a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

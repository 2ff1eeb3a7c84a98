import { defineConfig } from "vitest/config";
import base from "../../vitest.config.ts";

// Slower tests, and those that need a browser: `npm run test:system`.
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ["system/**/*.test.ts"],
    outputFile: { json: "dist/system-results.json" },
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});

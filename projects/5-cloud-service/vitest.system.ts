import { defineConfig } from "vitest/config";
import base from "../../vitest.config.ts";

// What needs the build, a browser or a container engine, or longer than a unit test may take.
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ["src/**/*.system.ts"],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});

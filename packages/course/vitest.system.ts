import { defineConfig } from "vitest/config";

// Slow tests with real package managers, other versions of Node and the real phases: `npm run test:system`.
const conditions = ["source", "node", "import", "module", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["src/**/*.system.ts"],
    reporters: ["dot"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Each of them keeps a machine busy by itself.
    fileParallelism: false,
  },
});

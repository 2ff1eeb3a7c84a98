import { defineConfig } from "vitest/config";
import base from "../../vitest.config.ts";

// Packages from the registry as Node itself finds them: the AWS SDK's `module` files are for bundlers.
const conditions = ["source", "node", "import", "default"];

// What needs the build, real servers beside it, a browser or a container engine.
export default defineConfig({
  ...base,
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    ...base.test,
    include: ["src/**/*.system.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});

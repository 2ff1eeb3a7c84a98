import base from "../../vitest.config.ts";

// Tests that need what not every machine has, or more time: a browser, the 891-row table.
export default {
  ...base,
  test: {
    ...base.test,
    include: ["src/**/*.system.ts"],
    outputFile: { json: "dist/system-results.json" },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
};

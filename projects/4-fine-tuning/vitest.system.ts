import base from "../../vitest.config.ts";

// Slow tests of whole processes: `npm run test:system`.
export default {
  ...base,
  test: {
    ...base.test,
    include: ["src/**/*.system.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
};

import { describe, expect, test } from "vitest";
import { firstAndLast, overload, soak } from "./endurance.ts";
import { startProcess } from "./server-process.ts";

// `npm run soak` does the same for ten minutes and looks at the times too.
const SECONDS = Number(process.env["SOAK_SECONDS"] ?? 20);

describe("endurance", () => {
  test(`${SECONDS} s at 80% of capacity: no error, flat memory`, { timeout: 1e7 }, async () => {
    const server = await startProcess({});
    const { result, memory } = await soak(server.url, SECONDS, () => server.memory());
    const [first, last] = firstAndLast(memory);
    server.child.kill("SIGTERM");
    expect(await server.exit).toBe(0);
    expect(Object.keys(result.statuses)).toEqual(["200"]);
    expect(last).toBeLessThan(1.3 * first);
  });

  test("three times too much is shed with 503, and the rest answered", async () => {
    const server = await startProcess({ MAX_IN_FLIGHT: "8" });
    const { result } = await overload(server.url, 4);
    server.child.kill("SIGTERM");
    expect(await server.exit).toBe(0);
    expect(Object.keys(result.statuses).toSorted()).toEqual(["200", "503"]);
  });
});

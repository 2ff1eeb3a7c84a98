import { describe, expect, test } from "vitest";
import { startDigitServer } from "../test-support/digit-server.ts";
import { firstAndLast, overload, soak } from "./endurance.ts";

describe("endurance, in short", () => {
  test("a soak of two seconds has no error", async () => {
    await using server = await startDigitServer();
    const { result, memory } = await soak(server.url, 2, () => 1);
    expect(Object.keys(result.statuses)).toEqual(["200"]);
    expect(memory.length).toBeGreaterThan(0);
  });

  // How much is shed depends on what else the machine does.
  test("an overload of one second is answered or shed with 503, nothing else", async () => {
    await using server = await startDigitServer({ MAX_IN_FLIGHT: "4" });
    const { result } = await overload(server.url, 1);
    expect(result.statuses["200"]).toBeGreaterThan(0);
    expect(["200", "503"]).toEqual(expect.arrayContaining(Object.keys(result.statuses)));
  });
});

test("firstAndLast(memory) are the means of its first and last fifth", () => {
  expect(firstAndLast([1, 3, 9, 9, 9, 9, 9, 9, 5, 7])).toEqual([2, 6]);
  expect(firstAndLast([4])).toEqual([4, 4]);
});

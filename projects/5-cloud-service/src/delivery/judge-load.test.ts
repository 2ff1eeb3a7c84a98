import { describe, expect, test } from "vitest";
import { judgeLoad, type LoadLimits } from "./judge-load.ts";

const limits: LoadLimits = { leastRequests: 500, failureShare: 0.01, p99Milliseconds: 100 };
const good = (n: number, ms = 20) => Array<number>(n).fill(ms);
const passes = (milliseconds: readonly number[], failures: number, own = limits) =>
  Object.fromEntries(
    judgeLoad({ milliseconds, failures }, own).map((check) => [check.name, check.passes]),
  );

describe("5.12 judgeLoad", () => {
  test("lets a version through that did well for long enough", () => {
    expect(passes(good(1000), 0)).toEqual({ requests: true, failures: true, p99: true });
  });

  test("makes all three checks in their order, whichever fails", () => {
    const checks = judgeLoad({ milliseconds: good(10, 500), failures: 10 }, limits);
    expect(checks.map(({ name }) => name)).toEqual(["requests", "failures", "p99"]);
    expect(checks.map((check) => check.passes)).toEqual([false, false, false]);
  });

  test("does not believe a short test", () => {
    expect(passes(good(499), 0)).toMatchObject({ requests: false });
    expect(passes(good(499), 1)).toMatchObject({ requests: true });
  });

  test("asks for the upper end of the failures' interval, not for what was seen", () => {
    // 4 of 500 are 0.8%, but may well be 2%.
    expect(passes(good(496), 4)).toMatchObject({ failures: false });
    expect(passes(good(9960), 40)).toMatchObject({ failures: true });
    expect(passes(good(100), 0, { ...limits, leastRequests: 100 })).toMatchObject({
      failures: false,
    });
  });

  test("takes the p99 by nearest rank, whatever the order", () => {
    expect(passes([500, ...good(990), ...good(9, 500)], 0)).toMatchObject({ p99: true });
    expect(passes([500, ...good(989), ...good(10, 500)], 0)).toMatchObject({ p99: false });
    const mixed = [...good(600, 9), ...good(400, 100)];
    expect(passes(mixed, 0)).toMatchObject({ p99: true });
    expect(passes(mixed, 0, { ...limits, p99Milliseconds: 50 })).toMatchObject({ p99: false });
  });

  test("counts a failed request as one that never ended", () => {
    const own = { ...limits, failureShare: 1 };
    expect(passes(good(990), 10, own)).toMatchObject({ p99: true });
    expect(passes(good(989), 11, own)).toMatchObject({ p99: false });
  });

  test("refuses a test that saw nothing", () => {
    expect(passes([], 0)).toEqual({ requests: false, failures: false, p99: false });
  });
});

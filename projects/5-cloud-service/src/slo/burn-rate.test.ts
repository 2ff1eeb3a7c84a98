import { describe, expect, test } from "vitest";
import { alarm, burnRate, burnRules, type Counts } from "./burn-rate.ts";

describe("5.8 burnRate", () => {
  test("is 1 when just what may fail fails", () => {
    expect(burnRate({ failed: 1, total: 1000 }, 0.999)).toBeCloseTo(1, 9);
    expect(burnRate({ failed: 50, total: 1000 }, 0.95)).toBeCloseTo(1, 9);
  });

  test("is the multiple of it", () => {
    expect(burnRate({ failed: 144, total: 10_000 }, 0.999)).toBeCloseTo(14.4, 9);
    expect(burnRate({ failed: 10, total: 10 }, 0.99)).toBeCloseTo(100, 9);
    expect(burnRate({ failed: 0, total: 10 }, 0.99)).toBe(0);
  });

  test("without requests is 0", () => {
    expect(burnRate({ failed: 0, total: 0 }, 0.999)).toBe(0);
  });
});

/** A service that failed with a share `rate` in the last `since` minutes, 1,000 requests a minute. */
const failing =
  (rate: number, since: number, until = 0) =>
  (minutes: number): Counts => {
    const bad = Math.max(0, Math.min(minutes, since) - until);
    return { failed: 1000 * bad * rate, total: 1000 * minutes };
  };

describe("5.8 alarm", () => {
  test("is silent for a service that keeps its objective", () => {
    expect(alarm(failing(0, 0), 0.999)).toBeUndefined();
    expect(alarm(failing(0.0009, 10_000), 0.999)).toBeUndefined();
  });

  test("pages when a budget of days goes in hours", () => {
    expect(alarm(failing(0.05, 60), 0.999)).toEqual(burnRules[0]);
    expect(alarm(failing(1, 2), 0.999)).toEqual(burnRules[0]);
    expect(alarm(failing(0.008, 400), 0.999)).toEqual(burnRules[1]);
  });

  test("writes a ticket when it goes a little too fast for days", () => {
    expect(alarm(failing(0.002, 5000), 0.999)).toEqual(burnRules[2]);
  });

  test("does not page for a short burst that hardly costs anything", () => {
    expect(alarm(failing(0.05, 5), 0.999)).toBeUndefined();
  });

  test("ends soon after the service has recovered", () => {
    expect(alarm(failing(0.05, 60, 10), 0.999, burnRules.slice(0, 1))).toBeUndefined();
  });

  test("does not count the threshold itself", () => {
    const rules = [{ severity: "page" as const, long: 60, short: 5, above: 2 }];
    expect(alarm(() => ({ failed: 50, total: 100 }), 0.75, rules)).toBeUndefined();
    expect(alarm(() => ({ failed: 51, total: 100 }), 0.75, rules)).toEqual(rules[0]);
  });

  test("takes the first rule of those that hold", () => {
    const rules = burnRules.toReversed();
    expect(alarm(failing(1, 10_000), 0.999, rules)).toEqual(burnRules[2]);
  });
});

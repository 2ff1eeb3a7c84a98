import { describe, expect, test } from "vitest";
import { replicasFor, type Fleet } from "./replicas-for.ts";

const fleet: Fleet = { processors: 1, cpuTarget: 0.6, zones: 1, cpuLimit: 0.9, minReplicas: 1 };
const load = (requestsPerSecond: number, cpuMilliseconds = 6) => ({
  requestsPerSecond,
  cpuMilliseconds,
});

describe("5.9 replicasFor", () => {
  test("is what keeps the processors at their target", () => {
    // 1,000 requests of 6 ms keep 6 processors busy: 10 replicas at 60%.
    expect(replicasFor(load(1000), fleet)).toBe(10);
    expect(replicasFor(load(1001), fleet)).toBe(11);
  });

  test("counts a replica's processors", () => {
    expect(replicasFor(load(1000), { ...fleet, processors: 2 })).toBe(5);
    expect(replicasFor(load(1000, 60), { ...fleet, processors: 2 })).toBe(50);
  });

  test("is never below the fewest, also without a load", () => {
    expect(replicasFor(load(0), { ...fleet, minReplicas: 2, zones: 2 })).toBe(2);
    expect(replicasFor(load(10), { ...fleet, minReplicas: 3 })).toBe(3);
  });

  test("carries the load when the fullest zone is lost", () => {
    // 6 busy processors need 7 replicas at 90%: of 14 in two zones 7 are left.
    expect(replicasFor(load(1000), { ...fleet, zones: 2 })).toBe(14);
    // In three zones 11 leave 7, and 10 leave 6.
    expect(replicasFor(load(1000), { ...fleet, zones: 3 })).toBe(11);
    // An odd one stands in the zone that is lost.
    expect(replicasFor(load(150), { ...fleet, zones: 2, minReplicas: 1 })).toBe(2);
    expect(replicasFor(load(160), { ...fleet, zones: 2, minReplicas: 3 })).toBe(4);
  });

  test("asks for nothing more where the target leaves enough", () => {
    expect(replicasFor(load(1000), { ...fleet, zones: 3, cpuTarget: 0.3 })).toBe(20);
  });
});

test("replicasFor(...) refuses shares in percent, and no zone", () => {
  expect(() => replicasFor(load(1), { ...fleet, cpuTarget: 60 })).toThrow("shares in (0, 1]");
  expect(() => replicasFor(load(-1), fleet)).toThrow(RangeError);
  expect(() => replicasFor(load(1), { ...fleet, zones: 0 })).toThrow("at least one zone");
});

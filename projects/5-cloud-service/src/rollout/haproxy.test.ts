import { expect, test } from "vitest";
import { canaryWeight } from "./haproxy.ts";

test("canaryWeight(share, count) gives one canary its share beside count replicas of weight 60", () => {
  expect(canaryWeight(0, 3)).toBe(0);
  expect(canaryWeight(0.1, 3)).toBe(20);
  expect(canaryWeight(0.5, 3)).toBe(180);
});

test("canaryWeight(share, count) refuses a share that would be none, or that no weight gives", () => {
  for (const share of [0.001, 0.6, 1, 1.5, Number.NaN]) {
    expect(() => canaryWeight(share, 3)).toThrow("can have 0.55% to 58.7% of the traffic");
  }
});

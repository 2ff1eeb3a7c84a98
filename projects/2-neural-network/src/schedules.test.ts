import { expect, test } from "vitest";
import { constant, oneCycle, stepDecay, warmupCosine, type Schedule } from "./schedules.ts";

const rates = (schedule: Schedule, steps: number) =>
  Array.from({ length: steps }, (_, step) => schedule(step, steps));

test("constant is 1 at every step", () => {
  expect(rates(constant, 3)).toEqual([1, 1, 1]);
});

test("stepDecay(milestones, factor) multiplies at each milestone", () => {
  expect(rates(stepDecay([0.5, 0.75], 0.1), 4)).toEqual([1, 1, 0.1, 0.1 * 0.1]);
});

test("warmupCosine(warmup, floor) rises in equal steps, and falls along a cosine to its floor", () => {
  const found = rates(warmupCosine(0.2, 0.1), 20);
  expect(found.slice(0, 5)).toEqual([0.25, 0.5, 0.75, 1, 1]);
  // Half way down: the mean of 1 and the floor.
  expect(found[12]).toBeCloseTo(0.55, 12);
  expect(found[19]).toBeCloseTo(0.1 + 0.45 * (1 + Math.cos((15 / 16) * Math.PI)), 12);
});

test("oneCycle(peak) rises to its peak, and falls to the last step", () => {
  expect(rates(oneCycle(0.5), 8)).toEqual([0.25, 0.5, 0.75, 1, 1, 0.75, 0.5, 0.25]);
});

test("no schedule exceeds the base rate, however short the training", () => {
  for (const schedule of [warmupCosine(0.05), warmupCosine(0.3), oneCycle(0.3), oneCycle(0.05)]) {
    for (let steps = 1; steps < 200; steps++) {
      expect(Math.max(...rates(schedule, steps))).toBeLessThanOrEqual(1);
    }
  }
});

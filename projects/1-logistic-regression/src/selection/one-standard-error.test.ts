import * as fc from "fast-check";
import { expect, test } from "vitest";
import { oneStandardErrorRule } from "./one-standard-error.ts";

test("1.13 oneStandardErrorRule(path) takes a simpler model that is as good within one standard error", () => {
  // The best (C = 1) has mean 2 and losses 1, 2, 3: s = 1, SE = 1 / sqrt(3) = 0.577.
  const path = [
    { C: 0.01, losses: [2.6, 2.6, 2.6] },
    { C: 0.1, losses: [2.5, 2.5, 2.5] },
    { C: 1, losses: [1, 2, 3] },
    { C: 10, losses: [2.1, 2.1, 2.1] },
  ];
  expect(oneStandardErrorRule(path)).toBe(1);
});

test("1.13 oneStandardErrorRule(path) takes the best where every simpler one is clearly worse", () => {
  const path = [
    { C: 0.1, losses: [3, 3.1, 2.9] },
    { C: 1, losses: [1, 1.1, 0.9] },
    { C: 10, losses: [1.01, 1.11, 0.91] },
  ];
  expect(oneStandardErrorRule(path)).toBe(1);
});

test("1.13 oneStandardErrorRule(path) measures the error of the best one's mean: s / sqrt(K), with K - 1", () => {
  // Best: 4 losses 0, 0, 2, 2 have mean 1, s^2 = 4/3, SE = sqrt(1/3) = 0.5774.
  const best = { C: 1, losses: [0, 0, 2, 2] };
  const at = (mean: number) => ({ C: 0.1, losses: [mean, mean, mean, mean] });
  expect(oneStandardErrorRule([at(1.577), best])).toBe(0);
  expect(oneStandardErrorRule([at(1.578), best])).toBe(1);
  // A candidate's own spread does not buy it anything.
  expect(oneStandardErrorRule([{ C: 0.1, losses: [0, 0, 8, 8] }, best])).toBe(1);
});

test("1.13 oneStandardErrorRule(path) does not depend on the order of the path", () => {
  const path = [
    { C: 10, losses: [2.1, 2.1, 2.1] },
    { C: 0.1, losses: [2.5, 2.5, 2.5] },
    { C: 1, losses: [1, 2, 3] },
    { C: 0.01, losses: [2.6, 2.6, 2.6] },
  ];
  expect(path[oneStandardErrorRule(path)].C).toBe(0.1);
  expect(path.toReversed()[oneStandardErrorRule(path.toReversed())].C).toBe(0.1);
});

test("1.13 oneStandardErrorRule(path) never takes a weaker penalty than the best candidate has", () => {
  const losses = fc.array(fc.double({ min: 0, max: 2, noNaN: true }), {
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.array(losses, { minLength: 1, maxLength: 6 }), (all) => {
      const path = all.map((fold, i) => ({ C: 10 ** i, losses: fold }));
      const mean = (fold: readonly number[]) => (fold[0] + fold[1] + fold[2]) / 3;
      const best = all.reduce(
        (lowest, fold, i) => (mean(fold) < mean(all[lowest]) ? i : lowest),
        0,
      );
      expect(oneStandardErrorRule(path)).toBeLessThanOrEqual(best);
    }),
  );
});

test("oneStandardErrorRule(path) refuses an empty path and single losses", () => {
  expect(() => oneStandardErrorRule([])).toThrow("losses of 2 folds or more");
  expect(() => oneStandardErrorRule([{ C: 1, losses: [1] }])).toThrow("losses of 2 folds or more");
});

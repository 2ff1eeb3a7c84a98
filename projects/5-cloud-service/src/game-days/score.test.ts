import { expect, test } from "vitest";
import { score } from "./score.ts";

const calm = { requests: 10_000, failed: 0, slow: 0, seconds: 60, alertAfter: 10 };

test("score(...) of a day on which nothing was lost passes", () => {
  expect(score(calm, 20)).toEqual({ failureBudget: 0, slowBudget: 0, passes: true });
});

test("score(...) is the share of a month's budget", () => {
  // 26 seconds without any answer are a hundredth of the month's 43 minutes.
  const dark = { ...calm, failed: 10_000, seconds: 25.92 };
  expect(score(dark).failureBudget).toBeCloseTo(0.01, 9);
  expect(score({ ...dark, seconds: 60 }).passes).toBe(false);
  // A tenth that fails for a minute, as behind a bad canary, is hardly anything.
  expect(score({ ...calm, failed: 1000 }).failureBudget).toBeCloseTo(0.0023, 4);
});

test("score(...) counts late answers against a budget of their own", () => {
  const late = score({ ...calm, slow: 10_000, seconds: 600 });
  expect(late.slowBudget).toBeCloseTo(0.0231, 4);
  expect(late).toMatchObject({ failureBudget: 0, passes: false });
});

test("score(...) fails when nobody was told in time, and when nobody asked", () => {
  expect(score({ ...calm, alertAfter: 21 }, 20).passes).toBe(false);
  const { alertAfter: _, ...silent } = calm;
  expect(score(silent, 20).passes).toBe(false);
  expect(score(silent).passes).toBe(true);
  expect(score({ ...calm, requests: 0 }).passes).toBe(false);
});

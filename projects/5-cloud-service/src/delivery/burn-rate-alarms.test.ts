import { expect, test } from "vitest";
import { burnRateAlarms } from "./burn-rate-alarms.ts";

test("burnRateAlarms(0.999) ring at 1.44%, 0.6% and 0.1% of failed requests", () => {
  expect(burnRateAlarms(0.999).map(({ errorRatio }) => Number(errorRatio.toFixed(9)))).toEqual([
    0.0144, 0.006, 0.001,
  ]);
});

test("burnRateAlarms(objective) refuses one that could never ring, and what is no share", () => {
  expect(() => burnRateAlarms(0.9)).toThrow("60 minutes would need 1.44");
  for (const objective of [0, 1, 99.9, Number.NaN]) {
    expect(() => burnRateAlarms(objective)).toThrow("expected a share in (0, 1)");
  }
});

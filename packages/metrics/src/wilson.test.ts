import "@ml-roadmap/testing/matchers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { close } from "./testing/classification.ts";
import { significance } from "./testing/significance.ts";
import { wilsonInterval } from "./wilson.ts";

describe("wilsonInterval", () => {
  it.each(significance.wilson)(
    "wilsonInterval($successes, $n, $level) equals SciPy",
    ({ successes, n, level, low, high }) => {
      const interval = wilsonInterval(successes, n, level);
      expect(interval.low).toBeAllClose(low, close);
      expect(interval.high).toBeAllClose(high, close);
    },
  );

  it("wilsonInterval(k, n) holds k/n, stays in [0, 1] and mirrors", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.double({ min: 0.01, max: 0.99 }), (a, b, level) => {
        fc.pre(a + b > 0 && !Number.isNaN(level));
        const n = a + b;
        const { low, high } = wilsonInterval(a, n, level);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(a / n);
        expect(high).toBeGreaterThanOrEqual(a / n);
        expect(high).toBeLessThanOrEqual(1);
        const mirrored = wilsonInterval(b, n, level);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
      }),
    );
  });

  it("wilsonInterval(k, n, level) refuses what is no proportion or level", () => {
    expect(() => wilsonInterval(1, 0)).toThrow(
      "expected 0 <= successes <= n and n > 0, found 1 of 0",
    );
    expect(() => wilsonInterval(3, 2)).toThrow("found 3 of 2");
    expect(() => wilsonInterval(NaN, 2)).toThrow("found NaN of 2");
    expect(() => wilsonInterval(1, 2, 95)).toThrow(
      "level must lie between 0 and 1, found 95; 95% is 0.95",
    );
  });
});

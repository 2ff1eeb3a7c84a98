import "@ml-roadmap/testing/matchers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierScore } from "./brier-score.ts";
import { judged, reordered } from "./testing/arbitrary.ts";
import { close, weightsOf } from "./testing/classification.ts";
import { probabilityCases } from "./testing/probabilities.ts";

describe("brierScore", () => {
  it.each(probabilityCases)("brierScore(yTrue, proba) equals scikit-learn: %s", (_, one) => {
    const score = brierScore(one.yTrue, one.proba, { sampleWeight: weightsOf(one) });
    expect(score).toBeAllClose(one.brier, close);
  });

  it("brierScore(yTrue, proba) lies in [0, 1] and does not depend on the samples' order", () => {
    fc.assert(
      fc.property(judged, fc.integer({ min: 1, max: 40 }), ({ yTrue, proba }, by) => {
        const score = brierScore(yTrue, proba);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(brierScore(...reordered(yTrue, proba, by))).toBeCloseTo(score, 12);
      }),
    );
  });

  it("brierScore(yTrue, proba) refuses what it cannot score", () => {
    expect(() => brierScore([], [])).toThrow("brierScore: yTrue is empty");
    expect(() => brierScore([0, 1], [-0.1, 1])).toThrow("must lie in [0, 1], found -0.1 at 0");
    expect(() => brierScore([3, 4], [0, 1])).toThrow("say which one is positive");
    expect(brierScore([3, 4], [0, 1], { positiveLabel: 4 })).toBe(0);
  });
});

import "@ml-roadmap/testing/matchers";
import { describe, expect, it } from "vitest";
import { close, weightsOf } from "./testing/classification.ts";
import { rankingCases } from "./testing/ranking.ts";
import { thresholdByCost } from "./threshold-by-cost.ts";

const choose = (falsePositive: number) =>
  thresholdByCost([0, 1], [0, 1], { falsePositive, falseNegative: 1 });

describe("thresholdByCost", () => {
  it.each(rankingCases)(
    "thresholdByCost(yTrue, score, costs) equals trial of all: %s",
    (_, one) => {
      const options = { sampleWeight: weightsOf(one) };
      expect(one.cheapest).toHaveLength(5);
      for (const { falsePositive, falseNegative, ...expected } of one.cheapest) {
        const costs = { falsePositive, falseNegative };
        const found = thresholdByCost(one.yTrue, one.score, costs, options);
        expect(found.cost).toBeAllClose(expected.cost, close);
        expect(found.threshold).toBe(expected.threshold);
        expect(found.falsePositives).toBeAllClose(expected.falsePositives, close);
        expect(found.falseNegatives).toBeAllClose(expected.falseNegatives, close);
      }
    },
  );

  it("thresholdByCost(yTrue, score, costs) falls as a miss becomes dearer", () => {
    const yTrue = [0, 0, 1, 0, 1, 0, 1, 1];
    const score = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
    const at = (falseNegative: number) =>
      thresholdByCost(yTrue, score, { falsePositive: 1, falseNegative }).threshold;
    // At equal costs 0.7 (two misses) and 0.3 (two false alarms) tie: the highest is chosen.
    expect([0, 0.4, 1, 1.5].map(at)).toEqual([Infinity, 0.7, 0.7, 0.3]);
  });

  it("thresholdByCost(yTrue, score, costs) takes the highest of equal ones, rounding or not", () => {
    const costs = { falsePositive: 0.3, falseNegative: 0.1 };
    const { threshold, cost } = thresholdByCost([1, 1, 1, 0], [0.5, 0.5, 0.5, 0.5], costs);
    expect(threshold).toBe(Infinity);
    expect(cost).toBeCloseTo(0.3, 12);
  });

  it("thresholdByCost(yTrue, score, costs) refuses costs that are none", () => {
    expect(() => choose(-1)).toThrow("costs must be finite and >= 0, found -1 and 1");
    expect(() => choose(NaN)).toThrow("found NaN and 1");
    expect(() => choose(Infinity)).toThrow("found Infinity and 1");
  });
});

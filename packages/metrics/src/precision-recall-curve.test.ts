import "@ml-roadmap/testing/matchers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averagePrecision, precisionRecallCurve } from "./precision-recall-curve.ts";
import { precision, recall } from "./precision-recall-f1.ts";
import { ranked, reordered } from "./testing/arbitrary.ts";
import { close, weightsOf } from "./testing/classification.ts";
import { rankingCases } from "./testing/ranking.ts";

describe("precisionRecallCurve", () => {
  it.each(rankingCases)("precisionRecallCurve(yTrue, score) equals scikit-learn: %s", (_, one) => {
    const found = precisionRecallCurve(one.yTrue, one.score, { sampleWeight: weightsOf(one) });
    expect(found.thresholds).toBeAllClose(one.pr.thresholds, { rtol: 0 });
    expect(found.precision).toBeAllClose(one.pr.precision, close);
    expect(found.recall).toBeAllClose(one.pr.recall, close);
  });

  it("precisionRecallCurve(yTrue, score) agrees with precision and recall at each threshold", () => {
    fc.assert(
      fc.property(ranked, ({ yTrue, score }) => {
        fc.pre(yTrue.includes(1));
        const curve = precisionRecallCurve(yTrue, score);
        for (const [i, threshold] of curve.thresholds.entries()) {
          const predicted = score.map((s) => (s >= threshold ? 1 : 0));
          expect(curve.precision[i]).toBeCloseTo(precision(yTrue, predicted), 12);
          expect(curve.recall[i]).toBeCloseTo(recall(yTrue, predicted), 12);
        }
      }),
    );
  });
});

describe("averagePrecision", () => {
  it.each(rankingCases)("averagePrecision(yTrue, score) equals scikit-learn: %s", (_, one) => {
    const ap = averagePrecision(one.yTrue, one.score, { sampleWeight: weightsOf(one) });
    expect(ap).toBeAllClose(one.ap, close);
  });

  it("averagePrecision(yTrue, score) lies in [0, 1] and does not depend on the samples' order", () => {
    fc.assert(
      fc.property(ranked, fc.integer({ min: 1, max: 40 }), ({ yTrue, score }, by) => {
        const ap = averagePrecision(yTrue, score);
        expect(ap).toBeGreaterThanOrEqual(0);
        expect(ap).toBeLessThanOrEqual(1 + 1e-12);
        expect(averagePrecision(...reordered(yTrue, score, by))).toBeCloseTo(ap, 12);
      }),
    );
  });

  it("averagePrecision(yTrue, score) names itself in errors", () => {
    expect(() => averagePrecision([], [])).toThrow("averagePrecision: yTrue is empty");
  });
});

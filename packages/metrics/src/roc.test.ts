import "@ml-roadmap/testing/matchers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rocCurve } from "./roc.ts";
import { ranked, rankedBoth } from "./testing/arbitrary.ts";
import { close, weightsOf } from "./testing/classification.ts";
import { rankingCases } from "./testing/ranking.ts";

describe("rocCurve", () => {
  it.each(rankingCases)("rocCurve(yTrue, score) equals scikit-learn: %s", (_, one) => {
    const sampleWeight = weightsOf(one);
    for (const dropIntermediate of [true, false]) {
      const { fpr, tpr, thresholds } = rocCurve(one.yTrue, one.score, {
        sampleWeight,
        dropIntermediate,
      });
      const expected = dropIntermediate ? one.roc : one["roc full"];
      expect(thresholds).toBeAllClose(expected.thresholds, { rtol: 0 });
      expect(fpr).toBeAllClose(expected.fpr, close);
      expect(tpr).toBeAllClose(expected.tpr, close);
    }
  });

  it("rocCurve(yTrue, score) rises from (0, 0) to (1, 1) while thresholds fall", () => {
    fc.assert(
      fc.property(rankedBoth, ({ yTrue, score }) => {
        const { fpr, tpr, thresholds } = rocCurve(yTrue, score);
        expect([fpr[0], tpr[0], thresholds[0]]).toEqual([0, 0, Infinity]);
        expect([fpr.at(-1), tpr.at(-1)]).toEqual([1, 1]);
        for (let i = 1; i < fpr.length; i++) {
          expect(fpr[i]).toBeGreaterThanOrEqual(fpr[i - 1]);
          expect(tpr[i]).toBeGreaterThanOrEqual(tpr[i - 1]);
          expect(thresholds[i]).toBeLessThan(thresholds[i - 1]);
        }
      }),
    );
  });

  it("rocCurve(yTrue, score) gives at each threshold the rates of score >= threshold", () => {
    fc.assert(
      fc.property(ranked, ({ yTrue, score }) => {
        const { fpr, tpr, thresholds } = rocCurve(yTrue, score, { dropIntermediate: false });
        const share = (label: number, threshold: number) => {
          const own = score.filter((_, i) => yTrue[i] === label);
          return own.filter((s) => s >= threshold).length / own.length;
        };
        expect(fpr).toBeAllClose(
          thresholds.map((t) => share(0, t)),
          { rtol: 1e-12 },
        );
        expect(tpr).toBeAllClose(
          thresholds.map((t) => share(1, t)),
          { rtol: 1e-12 },
        );
      }),
    );
  });

  it("rocCurve(yTrue, score) has no end at the number of arguments that a call may have", () => {
    const score = Float64Array.from({ length: 300_000 }, (_, i) => (i * 0.618033988749895) % 1);
    const yTrue = score.map((_, i) => i % 2);
    const { thresholds } = rocCurve(yTrue, score, { dropIntermediate: false });
    expect(thresholds.length).toBeGreaterThan(299_000);
    expect(thresholds[0]).toBe(Infinity);
  });

  it("rocCurve(yTrue, score) needs to know which label is positive", () => {
    expect(rocCurve([-1, 1], [0, 1]).tpr).toEqual(rocCurve([0, 1], [0, 1]).tpr);
    expect(() => rocCurve([1, 2], [0, 1])).toThrow(
      "rocCurve: yTrue has labels 1, 2; say which one is positive: {positiveLabel}",
    );
    expect(rocCurve([1, 2], [0, 1], { positiveLabel: 2 })).toEqual(rocCurve([0, 1], [0, 1]));
    expect(() => rocCurve([0, 1], [0, Infinity])).toThrow(
      "score must be finite, found Infinity at 1",
    );
    expect(() => rocCurve([], [])).toThrow("rocCurve: yTrue is empty");
  });
});

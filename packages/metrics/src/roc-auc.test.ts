import { array } from "@ml-roadmap/ndarray";
import { golden } from "@ml-roadmap/testing";
import "@ml-roadmap/testing/matchers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rocAuc } from "./roc-auc.ts";
import { rankedBoth, reordered } from "./testing/arbitrary.ts";
import { close, weightsOf } from "./testing/classification.ts";
import { rankingCases } from "./testing/ranking.ts";

interface MulticlassCase {
  readonly name: string;
  readonly yTrue: number[];
  readonly proba: number[][];
  readonly multiClass: "ovr" | "ovo";
  readonly average: "macro" | "weighted";
  readonly sampleWeight: number[] | null;
  readonly auc: number;
}

const { cases } = golden<{ cases: MulticlassCase[] }>(
  import.meta.url,
  "../fixtures/multiclass-auc.json",
);

describe("rocAuc", () => {
  it.each(rankingCases)("rocAuc(yTrue, score) equals scikit-learn: %s", (_, one) => {
    const auc = rocAuc(one.yTrue, one.score, { sampleWeight: weightsOf(one) });
    expect(auc).toBeAllClose(one.auc, close);
  });

  it.each(cases)(
    "rocAuc(yTrue, proba (N, K)) equals scikit-learn: $name, $multiClass, $average",
    (one) => {
      const { multiClass, average, auc } = one;
      const options = { multiClass, average, sampleWeight: weightsOf(one) };
      expect(rocAuc(one.yTrue, one.proba, options)).toBeAllClose(auc, close);
      expect(rocAuc(one.yTrue, array(one.proba), options)).toBeAllClose(auc, close);
    },
  );

  it("rocAuc(yTrue, score) is the Mann-Whitney U: pairs in order, ties by half", () => {
    fc.assert(
      fc.property(rankedBoth, ({ yTrue, score }) => {
        const positives = score.filter((_, i) => yTrue[i] === 1);
        const negatives = score.filter((_, i) => yTrue[i] === 0);
        const pairs = positives.flatMap((p) =>
          negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0)),
        );
        const u = pairs.reduce((sum: number, value) => sum + value, 0) / pairs.length;
        expect(rocAuc(yTrue, score)).toBeCloseTo(u, 12);
      }),
    );
  });

  it("rocAuc(yTrue, score) depends on the order of scores only, and turns round with them", () => {
    fc.assert(
      fc.property(rankedBoth, fc.integer({ min: 1, max: 40 }), ({ yTrue, score }, by) => {
        const auc = rocAuc(yTrue, score);
        const stretched = score.map((s) => Math.exp(3 * s) - 100);
        expect(rocAuc(yTrue, stretched)).toBeCloseTo(auc, 12);
        expect(rocAuc(...reordered(yTrue, score, by))).toBeCloseTo(auc, 12);
        const negated = score.map((s) => -s);
        expect(rocAuc(yTrue, negated)).toBeCloseTo(1 - auc, 12);
      }),
    );
  });

  it("rocAuc(yTrue, score) of one class is NaN", () => {
    expect(rocAuc([1, 1], [0.1, 0.2])).toBeNaN();
    expect(rocAuc([0, 0], [0.1, 0.2])).toBeNaN();
    expect(rocAuc([0, 1], [0.1, 0.2], { sampleWeight: [0, 1] })).toBeNaN();
    expect(
      rocAuc(
        [0, 1],
        [
          [1, 0, 0],
          [0, 1, 0],
        ],
      ),
    ).toBeNaN();
  });

  it("rocAuc(yTrue, proba (N, K)) refuses what it cannot score", () => {
    const proba = [
      [0.5, 0.5, 0],
      [0.2, 0.2, 0.6],
    ];
    expect(() => rocAuc([0, 3], proba)).toThrow(
      "yTrue has label 3, the 3 columns stand for 0, 1, 2",
    );
    expect(() => rocAuc([0], proba)).toThrow("lengths differ: yTrue 1, score 2");
    expect(() => rocAuc([0, 1], [[0.5, 0.4, 0], proba[1]])).toThrow("row 0 sums to 0.9");
    expect(() => rocAuc([0, 1], [[0.5, 0.5], proba[1]])).toThrow(
      "row 0 has 2 numbers, row 1 has 3",
    );
    const options = { multiClass: "ovo", sampleWeight: [1, 1] } as const;
    expect(() => rocAuc([0, 1], proba, options)).toThrow('"ovo" takes no sampleWeight');
    expect(
      rocAuc(
        [5, 7],
        [
          [0.9, 0.1],
          [0.3, 0.7],
        ],
      ),
    ).toBe(1);
  });
});

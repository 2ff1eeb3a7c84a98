import { array } from "@ml-roadmap/ndarray";
import "@ml-roadmap/testing/matchers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logLoss } from "./log-loss.ts";
import { judged, reordered } from "./testing/arbitrary.ts";
import { close, weightsOf } from "./testing/classification.ts";
import { multiclassCases, probabilityCases } from "./testing/probabilities.ts";

describe("logLoss", () => {
  it.each(probabilityCases)("logLoss(yTrue, proba (N)) equals scikit-learn: %s", (_, one) => {
    const sampleWeight = weightsOf(one);
    expect(logLoss(one.yTrue, one.proba, { sampleWeight })).toBeAllClose(one.logLoss, close);
    const columns = one.proba.map((p) => [1 - p, p]);
    const options = { sampleWeight, labels: [0, 1] };
    expect(logLoss(one.yTrue, columns, options)).toBeAllClose(one.logLoss, close);
  });

  it.each(multiclassCases)("logLoss(yTrue, proba (N, K)) equals scikit-learn: $name", (one) => {
    const options = { sampleWeight: weightsOf(one) };
    expect(logLoss(one.yTrue, one.proba, options)).toBeAllClose(one.logLoss, close);
    // scikit-learn computes this one in float32.
    const single = logLoss(one.yTrue, array(one.proba, { dtype: "float32" }), options);
    expect(single).toBeAllClose(one["logLoss float32"], { rtol: 1e-6 });
  });

  it("logLoss(yTrue, proba) clips: a certain mistake costs -log(eps), of float32 less", () => {
    expect(logLoss([1], [0])).toBeCloseTo(-Math.log(2 ** -52), 12);
    expect(logLoss([1], array([0], { dtype: "float32" }))).toBeCloseTo(-Math.log(2 ** -23), 12);
    expect(logLoss([1], [1])).toBeCloseTo(0, 15);
  });

  it("logLoss(yTrue, proba (N, K)) scales rows that sum to 1 but for rounding", () => {
    const rounded = [[0.3333335, 0.3333335, 0.3333335]];
    expect(logLoss([1], rounded)).toBeCloseTo(Math.log(3), 14);
  });

  it("logLoss(yTrue, proba (N, K)) matches columns to labels", () => {
    const proba = [
      [0.2, 0.8],
      [0.7, 0.3],
    ];
    const expected = -(Math.log(0.8) + Math.log(0.7)) / 2;
    expect(logLoss([7, 5], proba)).toBeCloseTo(expected, 12);
    expect(logLoss([5, 7], proba, { labels: [7, 5] })).toBeCloseTo(expected, 12);
    // Both samples are of class 1: the columns can only be 0 and 1.
    expect(logLoss([1, 1], proba)).toBeCloseTo(-(Math.log(0.8) + Math.log(0.3)) / 2, 12);
  });

  it("logLoss(yTrue, proba) refuses what it cannot score", () => {
    expect(() => logLoss([], [])).toThrow("logLoss: yTrue is empty");
    expect(() => logLoss([0, 1], [0.5, 1.5])).toThrow(
      "proba must lie in [0, 1], found 1.5 at 1; pass probabilities, not scores",
    );
    expect(() => logLoss([0, 1], [0.5, NaN])).toThrow("proba must be finite");
    expect(() => logLoss([0, 2], [0.5, 0.5])).toThrow("say which one is positive");
    expect(() =>
      logLoss(
        [0, 5],
        [
          [1, 0],
          [0, 1],
          [1, 0],
        ],
      ),
    ).toThrow("lengths differ");
    expect(() =>
      logLoss(
        [0, 5, 9],
        [
          [1, 0],
          [0, 1],
          [1, 0],
        ],
      ),
    ).toThrow("yTrue has label 5");
    expect(() =>
      logLoss(
        [0, 1],
        [
          [1, 0],
          [0, 1],
        ],
        { labels: [0] },
      ),
    ).toThrow("1 labels, but 2 columns");
    expect(() =>
      logLoss(
        [0, 1],
        [
          [1, 0],
          [0.5, 0.4],
        ],
      ),
    ).toThrow("each row must sum to 1, row 1");
  });

  it("logLoss(yTrue, proba) is least for the observed frequency, whatever the order", () => {
    fc.assert(
      fc.property(judged, fc.integer({ min: 1, max: 40 }), ({ yTrue, proba }, by) => {
        expect(logLoss(...reordered(yTrue, proba, by))).toBeCloseTo(logLoss(yTrue, proba), 10);
        const share = yTrue.reduce((a, b) => a + b) / yTrue.length;
        const constant = (p: number) =>
          logLoss(
            yTrue,
            yTrue.map(() => p),
          );
        expect(constant(proba[0])).toBeGreaterThanOrEqual(constant(share) - 1e-12);
      }),
    );
  });
});

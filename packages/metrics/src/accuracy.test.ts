import { array } from "@ml-roadmap/ndarray";
import "@ml-roadmap/testing/matchers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracy, balancedAccuracy } from "./accuracy.ts";
import { labelled, reordered } from "./testing/arbitrary.ts";
import { classificationCases, close, weightsOf } from "./testing/classification.ts";

const score = (sampleWeight: number[]) => accuracy([1, 0], [1, 1], { sampleWeight });

describe("accuracy", () => {
  it.each(classificationCases)("accuracy(yTrue, yPred) equals scikit-learn: %s", (_, one) => {
    const sampleWeight = weightsOf(one);
    expect(accuracy(one.yTrue, one.yPred, { sampleWeight })).toBeAllClose(one.accuracy, close);
  });

  it("accuracy(yTrue, yPred) reads NDArrays (strided views and booleans too) and typed arrays", () => {
    const columns = array([
      [1, 0],
      [0, 0],
      [1, 1],
    ]);
    expect(accuracy(columns.at(":", 0), Uint8Array.of(1, 1, 1))).toBeCloseTo(2 / 3, 15);
    expect(accuracy(array([true, false], { dtype: "bool" }), [1, 1])).toBe(0.5);
  });

  it("accuracy(yTrue, yPred) refuses what it cannot score and says why", () => {
    expect(() => accuracy([], [])).toThrow("accuracy: yTrue is empty");
    expect(() => accuracy([1, 0], [1])).toThrow("accuracy: lengths differ: yTrue 2, yPred 1");
    expect(() => accuracy([1, NaN], [1, 0])).toThrow("yTrue must be finite, found NaN at 1");
    expect(() => accuracy([1, 0], [0.7, 0.2])).toThrow(
      "accuracy: yPred must hold class labels (whole numbers), found 0.7 at 0; turn probabilities into labels first",
    );
    expect(() => accuracy(array([[1]]), [1])).toThrow("yTrue must be 1-D, found shape (1, 1)");
  });

  it("accuracy(yTrue, yPred, {sampleWeight}) refuses weights that are none", () => {
    expect(() => score([1])).toThrow("lengths differ: yTrue 2, sampleWeight 1");
    expect(() => score([1, -1])).toThrow("sampleWeight must be >= 0, found -1 at 1");
    expect(() => score([0, 0])).toThrow("sampleWeight is zero everywhere");
    expect(() => score([1, NaN])).toThrow("sampleWeight must be finite");
  });

  it("accuracy(yTrue, yPred) does not depend on the order of the samples", () => {
    fc.assert(
      fc.property(labelled, fc.integer({ min: 1, max: 40 }), ({ yTrue, yPred }, by) => {
        const [y, p] = reordered(yTrue, yPred, by);
        expect(accuracy(y, p)).toBe(accuracy(yTrue, yPred));
      }),
    );
  });
});

describe("balancedAccuracy", () => {
  it.each(classificationCases)(
    "balancedAccuracy(yTrue, yPred) equals scikit-learn: %s",
    (_, one) => {
      const sampleWeight = weightsOf(one);
      const score = balancedAccuracy(one.yTrue, one.yPred, { sampleWeight });
      expect(score).toBeAllClose(one.balanced, close);
      if (one["balanced adjusted"] === undefined) return;
      const adjusted = balancedAccuracy(one.yTrue, one.yPred, { sampleWeight, adjusted: true });
      expect(adjusted).toBeAllClose(one["balanced adjusted"], close);
    },
  );

  it("balancedAccuracy(yTrue, yPred, {adjusted}) of one class is NaN: chance and best coincide", () => {
    expect(balancedAccuracy([1, 1], [1, 1], { adjusted: true })).toBeNaN();
  });

  it("balancedAccuracy(yTrue, yPred) does not change when one class is repeated", () => {
    fc.assert(
      fc.property(labelled, ({ yTrue, yPred }) => {
        const again = (values: number[]) => [...values, ...values.filter((_, i) => yTrue[i] === 0)];
        const more = balancedAccuracy(again(yTrue), again(yPred));
        expect(more).toBeCloseTo(balancedAccuracy(yTrue, yPred), 12);
      }),
    );
  });
});

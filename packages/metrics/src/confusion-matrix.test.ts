import "@ml-roadmap/testing/matchers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracy } from "./accuracy.ts";
import { confusionMatrix } from "./confusion-matrix.ts";
import { labelled } from "./testing/arbitrary.ts";
import { classificationCases, close, weightsOf } from "./testing/classification.ts";

describe("confusionMatrix", () => {
  it.each(classificationCases)(
    "confusionMatrix(yTrue, yPred) equals scikit-learn: %s",
    (_, one) => {
      const { yTrue, yPred } = one;
      const sampleWeight = weightsOf(one);
      expect(confusionMatrix(yTrue, yPred, { sampleWeight })).toBeAllClose(one.confusion, close);
      for (const normalize of ["true", "pred", "all"] as const) {
        const shares = confusionMatrix(yTrue, yPred, { sampleWeight, normalize });
        expect(shares).toBeAllClose(one[`confusion ${normalize}`], close);
      }
    },
  );

  it("confusionMatrix(yTrue, yPred, {labels}) orders, adds and leaves out classes", () => {
    const [yTrue, yPred] = [
      [0, 0, 1, 2],
      [0, 1, 1, 0],
    ];
    expect(confusionMatrix(yTrue, yPred, { labels: [1, 0, 5] })).toEqual([
      [1, 0, 0],
      [1, 1, 0],
      [0, 0, 0],
    ]);
    expect(() => confusionMatrix(yTrue, yPred, { labels: [5, 6] })).toThrow(
      "confusionMatrix: no label of 5, 6 is in yTrue",
    );
    expect(() => confusionMatrix(yTrue, yPred, { labels: [1, 1] })).toThrow("labels repeat: 1, 1");
  });

  it("confusionMatrix(yTrue, yPred) of nothing is refused", () => {
    expect(() => confusionMatrix([], [])).toThrow("confusionMatrix: yTrue is empty");
  });

  it("confusionMatrix(yTrue, yPred) sums to N, its diagonal to the accuracy, and transposes", () => {
    fc.assert(
      fc.property(labelled, ({ yTrue, yPred }) => {
        const matrix = confusionMatrix(yTrue, yPred);
        const n = yTrue.length;
        expect(matrix.flat().reduce((a, b) => a + b)).toBe(n);
        const right = matrix.reduce((sum, row, k) => sum + row[k], 0);
        expect(right / n).toBe(accuracy(yTrue, yPred));
        expect(confusionMatrix(yPred, yTrue)).toEqual(
          matrix.map((_, k) => matrix.map((r) => r[k])),
        );
      }),
    );
  });
});

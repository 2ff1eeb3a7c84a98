import "@ml-roadmap/testing/matchers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mcc } from "./mcc.ts";
import { labelled } from "./testing/arbitrary.ts";
import { classificationCases, close, weightsOf } from "./testing/classification.ts";

const renamed = (labels: number[]) => labels.map((label) => 10 - 3 * label);

describe("mcc", () => {
  it.each(classificationCases)("mcc(yTrue, yPred) equals scikit-learn: %s", (_, one) => {
    const score = mcc(one.yTrue, one.yPred, { sampleWeight: weightsOf(one) });
    expect(score).toBeAllClose(one.mcc, close);
  });

  it("mcc(yTrue, yPred) is symmetric, within [-1, 1], and blind to the names of classes", () => {
    fc.assert(
      fc.property(labelled, ({ yTrue, yPred }) => {
        const score = mcc(yTrue, yPred);
        expect(Math.abs(score)).toBeLessThanOrEqual(1 + 1e-12);
        expect(mcc(yPred, yTrue)).toBeCloseTo(score, 12);
        expect(mcc(renamed(yTrue), renamed(yPred))).toBeCloseTo(score, 12);
      }),
    );
  });

  it("mcc(yTrue, yPred) of one class only is 0, whatever the weights", () => {
    const sampleWeight = [0.1, 0.2, 0.3, 0.7];
    expect(mcc([1, 1, 1, 1], [1, 0, 1, 0], { sampleWeight })).toBe(0);
    expect(mcc([1, 0, 1, 0], [1, 1, 1, 1], { sampleWeight })).toBe(0);
  });
});

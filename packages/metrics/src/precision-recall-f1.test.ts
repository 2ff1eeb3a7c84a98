import "@ml-roadmap/testing/matchers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracy } from "./accuracy.ts";
import { f1, precision, recall } from "./precision-recall-f1.ts";
import type { ClassScoreOptions } from "./precision-recall-f1.ts";
import { labelled } from "./testing/arbitrary.ts";
import { classificationCases, close, weightsOf } from "./testing/classification.ts";

const each = { precision, recall, f1 };

describe.each(["precision", "recall", "f1"] as const)("%s", (name) => {
  // The general signature, which the overloads hide.
  const score = (yTrue: number[], yPred: number[], options: ClassScoreOptions) =>
    options.average === null
      ? each[name](yTrue, yPred, { ...options, average: null })
      : each[name](yTrue, yPred, { ...options, average: options.average });

  it.each(classificationCases)(
    `${name}(yTrue, yPred) equals scikit-learn for every average, 0/0 rule and labels: %s`,
    (_, one) => {
      expect(one.scores.length).toBeGreaterThanOrEqual(24);
      for (const { average, labels, positiveLabel, zeroDivision, [name]: expected } of one.scores) {
        const options = {
          average,
          labels: labels ?? undefined,
          positiveLabel,
          zeroDivision,
          sampleWeight: weightsOf(one),
        };
        expect(score(one.yTrue, one.yPred, options)).toBeAllClose(expected, close);
      }
    },
  );

  it(`${name}(yTrue, yPred) is 1 for the right labels, and lies within [0, 1]`, () => {
    fc.assert(
      fc.property(
        labelled,
        fc.constantFrom("macro" as const, "micro" as const, "weighted" as const),
        ({ yTrue, yPred }, average) => {
          expect(score(yTrue, yTrue, { average })).toBeCloseTo(1, 12);
          const found = Number(score(yTrue, yPred, { average }));
          expect(found).toBeGreaterThanOrEqual(0);
          expect(found).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });

  it(`${name}(yTrue, yPred, {average: "micro"}) is the accuracy`, () => {
    fc.assert(
      fc.property(labelled, ({ yTrue, yPred }) => {
        const micro = score(yTrue, yPred, { average: "micro" });
        expect(micro).toBeCloseTo(accuracy(yTrue, yPred), 12);
      }),
    );
  });

  it(`${name}(yTrue, yPred) of what is not binary says what to do`, () => {
    expect(() => each[name]([0, 1, 2], [0, 1, 1])).toThrow(
      `${name}: 3 labels, but average is "binary"; choose "macro", "micro", "weighted" or null`,
    );
    expect(() => each[name]([0, 2], [0, 2])).toThrow(
      "positiveLabel 1 is not among the labels 0, 2",
    );
    expect(() => each[name]([], [])).toThrow(`${name}: yTrue is empty`);
  });

  it(`${name}(yTrue, yPred, {zeroDivision: NaN}) leaves a class without a score out of the mean`, () => {
    // Class 7 neither occurs nor is predicted.
    const options = { average: "macro", labels: [0, 1, 7] } as const;
    const [yTrue, yPred] = [
      [0, 0, 1, 1],
      [0, 1, 1, 1],
    ];
    const without = score(yTrue, yPred, { ...options, labels: [0, 1] });
    expect(score(yTrue, yPred, { ...options, zeroDivision: NaN })).toBe(without);
    expect(score(yTrue, yPred, options)).toBeCloseTo((Number(without) * 2) / 3, 12);
    expect(score(yTrue, yPred, { average: null, labels: [7], zeroDivision: NaN })).toEqual([NaN]);
    expect(score([0], [0], { average: "macro", labels: [7], zeroDivision: NaN })).toBeNaN();
  });
});

import { expect, it } from "vitest";
import {
  accuracy,
  bootstrapInterval,
  confusionMatrix,
  f1,
  mcnemar,
  rocAuc,
} from "@ml-roadmap/metrics";

it("the README's example prints what it says", () => {
  const yTrue = [0, 0, 0, 0, 1, 1, 1, 1, 1, 0];
  const proba = [0.1, 0.4, 0.2, 0.6, 0.9, 0.7, 0.3, 0.8, 0.6, 0.2];
  const yPred = proba.map((p) => (p >= 0.5 ? 1 : 0));

  expect(confusionMatrix(yTrue, yPred)).toEqual([
    [4, 1],
    [1, 4],
  ]);
  expect(accuracy(yTrue, yPred)).toBe(0.8);
  expect(f1(yTrue, yPred)).toBe(0.8);
  expect(rocAuc(yTrue, proba)).toBe(0.9);
  const interval = bootstrapInterval(accuracy, [yTrue, yPred], { seed: 1 });
  expect(interval).toEqual({ estimate: 0.8, low: 0.5, high: 1 });
  const never = yTrue.map(() => 0);
  expect(mcnemar(yTrue, yPred, never).pValue).toBe(0.375);
});

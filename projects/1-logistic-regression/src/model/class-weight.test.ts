import { expect, test } from "vitest";
import { fitLogisticRegression } from "./fit-logistic-regression.ts";

const X = [[0], [1], [2], [3], [4], [5]];
const y = [0, 1, 0, 1, 0, 1];

test("fitLogisticRegression(X, y, { classWeight }) takes weights by label, others weigh 1", () => {
  const byLabel = fitLogisticRegression(X, y, { classWeight: new Map([[1, 3]]) });
  const bySample = fitLogisticRegression(X, y, { sampleWeight: y.map((label) => (label ? 3 : 1)) });
  expect(byLabel.coef.toArray()).toEqual(bySample.coef.toArray());
});

test.each([
  [new Map([[1, -1]]), "must be finite and >= 0, found -1 for class 1"],
  [new Map([[1, NaN]]), "must be finite and >= 0, found NaN"],
  [new Map([[7, 1]]), "names the class 7, which is not in y; there are 0, 1"],
  [
    new Map([
      [0, 0],
      [1, 0],
    ]),
    "is 0 for every class",
  ],
])("fitLogisticRegression(X, y, { classWeight: %o }) is refused", (classWeight, message) => {
  expect(() => fitLogisticRegression(X, y, { classWeight })).toThrow(message);
});

import "@ml-roadmap/testing/matchers";
import { expect, test } from "vitest";
import { fitLogisticRegression } from "../model/fit-logistic-regression.ts";
import { weighted } from "../testing/synthetic-sets.ts";
import { defaultCs, regularisationPath } from "./path.ts";

test.each(["l2", "l1"] as const)(
  "regularisationPath(X, y, Cs) with warm starts has the coefficients of cold fits: %s",
  (penalty) => {
    const { X, y } = weighted();
    const options = { penalty, tol: 1e-9 };
    const path = regularisationPath(X, y, [10, 0.1, 1], options);
    expect(path.map((model) => model.options.C)).toEqual([0.1, 1, 10]);
    for (const model of path) {
      const cold = fitLogisticRegression(X, y, { ...options, C: model.options.C });
      expect(model.coef).toBeAllClose(cold.coef, { rtol: 0, atol: 1e-6 });
    }
  },
);

test("defaultCs go from 0.001 to 100", () => {
  expect(defaultCs).toEqual([0.001, 0.00316, 0.01, 0.0316, 0.1, 0.316, 1, 3.16, 10, 31.6, 100]);
});

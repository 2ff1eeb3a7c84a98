import { expect, test } from "vitest";
import { multinomial, weighted } from "../testing/synthetic-sets.ts";
import { fitLogisticRegression } from "./fit-logistic-regression.ts";
import { fromState, toState } from "./model-state.ts";

test.each([
  ["two classes", weighted()],
  ["three classes", multinomial()],
])("fromState(JSON of toState(model)) is the same model to the last bit: %s", (_name, { X, y }) => {
  const model = fitLogisticRegression(X, y, { penalty: "elasticnet", C: 0.3, maxIter: 7 });
  expect(model.warnings).toHaveLength(1);
  const back = fromState(JSON.parse(JSON.stringify(toState(model))));
  expect(toState(back)).toEqual(toState(model));
  expect(back.predictProba(X).toArray()).toEqual(model.predictProba(X).toArray());
});

test("fromState(state) refuses coefficients that do not fit the classes", () => {
  const { X, y } = weighted();
  const state = toState(fitLogisticRegression(X, y));
  expect(() => fromState({ ...state, classes: [0, 1, 2] })).toThrow(
    "3 classes need coef (3, D) and intercept (3), found (1, 4) and (1)",
  );
});

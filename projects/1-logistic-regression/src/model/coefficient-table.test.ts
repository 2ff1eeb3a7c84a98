import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import { golden } from "@ml-roadmap/testing";
import { expect, test } from "vitest";
import { collinear, multinomial, weighted } from "../testing/synthetic-sets.ts";
import { coefficientTable, NoStandardErrors } from "./coefficient-table.ts";
import { fitLogisticRegression } from "./fit-logistic-regression.ts";

interface Case {
  readonly penalty: "none" | "l2";
  readonly C: number;
  readonly weighted: boolean;
  readonly coef: number[];
  readonly standardErrors: number[];
  readonly oddsRatios: number[];
  readonly low90: number[];
  readonly high90: number[];
}

const cases = golden<Case[]>(import.meta.url, "../../fixtures/inference.json");
const featureNames = ["a", "b", "c", "d"];

test.each(cases)(
  "coefficientTable(model, X, y) has NumPy's errors and intervals: $penalty, weighted $weighted",
  ({ penalty, C, weighted: isWeighted, ...expected }) => {
    const { X, y, sampleWeight } = weighted();
    const weights = isWeighted && sampleWeight ? { sampleWeight } : {};
    const model = fitLogisticRegression(X, y, { penalty, C, tol: 1e-11, ...weights });
    const rows = coefficientTable(model, X, y, { featureNames, level: 0.9, ...weights });
    const column = (name: "coef" | "standardError" | "oddsRatio" | "low" | "high") =>
      rows.map((row) => row[name]);
    expect(rows.map(({ name }) => name)).toEqual([...featureNames, "(intercept)"]);
    expect(column("coef")).toBeAllClose(expected.coef, { rtol: 1e-8 });
    expect(column("standardError")).toBeAllClose(expected.standardErrors, { rtol: 1e-8 });
    expect(column("oddsRatio")).toBeAllClose(expected.oddsRatios, { rtol: 1e-8 });
    expect(column("low")).toBeAllClose(expected.low90, { rtol: 1e-8 });
    expect(column("high")).toBeAllClose(expected.high90, { rtol: 1e-8 });
  },
);

test("coefficientTable(model, X, y, { scale }) speaks of the features' own units", () => {
  const { X, y } = weighted();
  const model = fitLogisticRegression(X, y);
  const plain = coefficientTable(model, X, y, { featureNames });
  const scaled = coefficientTable(model, X, y, { featureNames, scale: [2, 1, 1, 1] });
  expect(scaled[0].coef).toBeAllClose(plain[0].coef / 2);
  expect(scaled[0].standardError).toBeAllClose(plain[0].standardError / 2);
  expect(scaled[0].oddsRatio).toBeAllClose(Math.sqrt(plain[0].oddsRatio));
  expect(scaled[1]).toEqual(plain[1]);
});

test("coefficientTable(model, X, y) without an intercept has none to be unsure about", () => {
  const { X, y } = weighted();
  const model = fitLogisticRegression(X, y, { fitIntercept: false });
  expect(coefficientTable(model, X, y, { featureNames }).at(-1)).toMatchObject({
    coef: 0,
    standardError: 0,
    oddsRatio: 1,
  });
});

test("coefficientTable(model, X, y) says why there are no standard errors", () => {
  const { X, y } = weighted();
  const sparse = fitLogisticRegression(X, y, { penalty: "l1" });
  expect(() => coefficientTable(sparse, X, y, { featureNames })).toThrow(NoStandardErrors);
  const double = collinear();
  const names = ["a", "b", "c", "d", "e"];
  const free = fitLogisticRegression(double.X, double.y, { penalty: "none" });
  expect(() => coefficientTable(free, double.X, double.y, { featureNames: names })).toThrow(
    "columns of X are collinear",
  );
  const many = multinomial();
  const model = fitLogisticRegression(many.X, many.y);
  expect(() => coefficientTable(model, many.X, many.y, { featureNames: names })).toThrow(
    "needs a model of 2 classes, found 3",
  );
});

test("coefficientTable(model, X, y) is what fitting to doubled weights halves the variance of", () => {
  const X = array([[0], [1], [2], [3], [4], [5]]);
  const y = [0, 1, 0, 1, 0, 1];
  const table = (sampleWeight: number[]) =>
    coefficientTable(fitLogisticRegression(X, y, { penalty: "none", sampleWeight }), X, y, {
      featureNames: ["x"],
      sampleWeight,
    })[0].standardError;
  expect(table(y.map(() => 4))).toBeAllClose(table(y.map(() => 1)) / 2, { rtol: 1e-6 });
});

import { expect, test } from "vitest";
import { tall, wide } from "../testing/synthetic-sets.ts";
import type { Solver } from "./fit-options.ts";
import { fitLogisticRegression } from "./fit-logistic-regression.ts";

test("fitLogisticRegression(X, y) says in its warnings that it ran out of iterations", () => {
  const { X: data, y: labels } = tall();
  const model = fitLogisticRegression(data, labels, { solver: "gradient-descent", maxIter: 2 });
  expect(model.iterations).toBe(2);
  expect(model.warnings.map(({ kind }) => kind)).toEqual(["max-iterations"]);
  expect(model.warnings[0].message).toContain("gradient-descent stopped after 2 iterations");
  expect(model.gradientNorm).toBeGreaterThan(model.options.tol);
});

test.each<Solver>(["newton", "lbfgs", "gradient-descent", "proximal-gradient"])(
  "fitLogisticRegression(X, y) of separable classes without a penalty ends, and says so: %s",
  (solver) => {
    const { X: data, y: labels } = wide();
    const model = fitLogisticRegression(data, labels, { penalty: "none", solver, maxIter: 2000 });
    expect(model.warnings.map(({ kind }) => kind)).toContain("separable");
    expect(model.coef.toTyped().every(Number.isFinite)).toBe(true);
    expect(model.predict(data)).toEqual(labels);
    // With a penalty there is nothing to warn of.
    expect(fitLogisticRegression(data, labels, { solver }).warnings).toEqual([]);
  },
);

test("fitLogisticRegression(X, y) warns where part of the samples can be told apart for certain", () => {
  // Above 3 everybody is in class 1; below, the classes mix.
  const mixed = [
    [0, 0],
    [1, 0],
    [0, 0],
    [1, 0],
    [0, 9],
    [1, 9],
  ];
  const model = fitLogisticRegression(mixed, [0, 0, 1, 1, 1, 1], { penalty: "none", tol: 1e-12 });
  expect(model.warnings.map(({ kind }) => kind)).toContain("separable");
});

test("fitLogisticRegression(X, y) warns where all of a group are in one class, at the usual tolerance", () => {
  const group = Array.from({ length: 90 }, (_, i) => [Number(i % 3 === 0), i % 7]);
  const labels = group.map(([isIn], i) => Number(isIn === 1 || i % 5 === 0));
  const model = fitLogisticRegression(group, labels, { penalty: "none" });
  expect(model.warnings.map(({ kind }) => kind)).toEqual(["separable"]);
});

test("fitLogisticRegression(X, y) does not take a sample that lies far out for separable classes", () => {
  const mixed = Array.from({ length: 60 }, (_, i) => [(i % 10) / 3 - 1.5]);
  const labels = mixed.map(([x], i) => Number(x + (i % 7) - 3 > 0));
  const model = fitLogisticRegression([...mixed, [60]], [...labels, 1], { penalty: "none" });
  expect(Math.max(...model.decisionFunction([[60]]).toTyped())).toBeGreaterThan(25);
  expect(model.warnings).toEqual([]);
});

test("fitLogisticRegression(X, y) takes neither a line through 0 nor a certain mistake for separable classes", () => {
  const many = Array.from({ length: 50 }, () => [1]);
  const labels = many.map((_, i) => Number(i % 5 < 3));
  const through = fitLogisticRegression([...many, [40]], [...labels, 1], {
    penalty: "none",
    fitIntercept: false,
  });
  expect(through.warnings).toEqual([]);
  // Two groups, one with a single exception among very many.
  const groups = [[0], [0], [1], [1]];
  const sampleWeight = [1, 1, 1e6, 1];
  const rare = fitLogisticRegression(groups, [0, 1, 1, 0], {
    penalty: "none",
    sampleWeight,
    tol: 1e-10,
  });
  expect(rare.decisionFunction([[1]]).get(0)).toBeGreaterThan(12);
  expect(rare.warnings).toEqual([]);
});

import "@ml-roadmap/testing/matchers";
import { array, matmul, randomGenerator, zeros } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { quadratic } from "../testing/objectives.ts";
import { fitLogisticRegression } from "./fit-logistic-regression.ts";
import type { RowRange } from "./row-blocks.ts";
import { subsampleStart } from "./subsample-start.ts";

test("subsampleStart(objectiveOf, start, samples) solves on rows from all over the file and hands out their Hessian", () => {
  let ranges: RowRange[] = [];
  const head = subsampleStart(
    (some) => {
      ranges = some;
      return quadratic([2, 4], [1, 1]);
    },
    zeros([2]),
    10_000,
  );
  expect(ranges).toHaveLength(64);
  expect([ranges[0], ranges[1], ranges.at(-1)]).toEqual([
    [0, 2],
    [158, 160],
    [9998, 10_000],
  ]);
  expect(head?.theta).toBeAllClose([1, 1], { atol: 0.01 });
  expect(head?.precondition(array([2, 4]))).toBeAllClose([1, 1]);
});

test("subsampleStart(objectiveOf, start, samples) stays out of small fits and of wide ones", () => {
  const never = () => {
    throw new Error("no objective is needed");
  };
  expect(subsampleStart(never, zeros([2]), 500)).toBeNull();
  expect(subsampleStart(never, zeros([501]), 1e9)).toBeNull();
});

test("fitLogisticRegression(X, y, { solver: lbfgs }) ends at the same coefficients with and without a head start", () => {
  const random = randomGenerator(5);
  const X = random.standardNormal([4000, 3]);
  const z = matmul(X, array([1, -1, 0.5]));
  const draw = random.random(4000);
  // Sorted by class, as files often are.
  const order = Array.from({ length: 4000 }, (_, i) => i);
  const y = order.map((i) => Number(draw.get(i) < 1 / (1 + Math.exp(-z.get(i)))));
  order.sort((a, b) => y[a] - y[b]);
  const sorted = X.at(order);
  const labels = order.map((i) => y[i]);
  const quick = fitLogisticRegression(sorted, labels, { solver: "lbfgs", tol: 1e-10 });
  const exact = fitLogisticRegression(sorted, labels, { solver: "newton", tol: 1e-10 });
  expect(quick.coef).toBeAllClose(exact.coef, { atol: 1e-8 });
  expect(quick.iterations).toBeLessThan(12);
});

test("fitLogisticRegression(X, y, { solver: lbfgs }) does without a head start where the rows for it weigh nothing", () => {
  const X = randomGenerator(6).standardNormal([3000, 2]);
  const y = Array.from({ length: 3000 }, (_, i) => Number(X.get(i, 0) + Math.sin(i) > 0));
  const sampleWeight = y.map((_, i) => (i === 100 || i === 103 || i === 105 || i === 106 ? 1 : 0));
  const quick = fitLogisticRegression(X, y, { solver: "lbfgs", tol: 1e-9, sampleWeight });
  const exact = fitLogisticRegression(X, y, { solver: "newton", tol: 1e-9, sampleWeight });
  expect(quick.warnings).toEqual([]);
  expect(quick.coef).toBeAllClose(exact.coef, { atol: 1e-6 });
});

import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import { checkGradient, golden, seededNormal } from "@ml-roadmap/testing";
import { expect, test } from "vitest";
import type { Example, Task } from "../data/example.ts";
import { csrOf } from "./csr.ts";
import { fitLinear, linearLogits } from "./linear-model.ts";
import { linearOutputs, outputLoss } from "./output-losses.ts";
import { sparseObjective } from "./sparse-objective.ts";

interface Fixture {
  readonly idf: Record<string, number>;
  readonly trainRows: Record<string, number>[];
  readonly testRows: Record<string, number>[];
  readonly fits: {
    C: number;
    labels: number[];
    coef: Record<string, number>[];
    intercept: number[];
    probabilities: number[][];
  }[];
}

// scikit-learn's weights, so that these tests need no step of the learner's.
const fixture = golden<Fixture>(import.meta.url, "../../fixtures/tfidf.json");
const terms = Object.keys(fixture.idf);
const matrix = (rows: readonly Record<string, number>[]) =>
  csrOf(
    rows.map(
      (row) => new Map(Object.entries(row).map(([term, weight]) => [terms.indexOf(term), weight])),
    ),
    terms.length,
  );

const tasks: readonly [string, Task, Example["target"][]][] = [
  ["two classes", { kind: "classes", labels: ["a", "b"] }, [0, 1, 1, 0]],
  ["three classes", { kind: "classes", labels: ["a", "b", "c"] }, [0, 2, 1, 2]],
  [
    "several labels",
    { kind: "multi-label", labels: ["a", "b"] },
    [
      [0, 1],
      [1, 1],
      [0, 0],
      [1, 0],
    ],
  ],
  ["a number", { kind: "regression" }, [0.5, -2, 3, 1]],
];

test.each(tasks)("sparseObjective(X) of %s has the gradient of its value", (_, task, targets) => {
  const X = csrOf(
    [
      new Map([
        [0, 0.5],
        [2, -1],
      ]),
      new Map([[1, 2]]),
      new Map(),
      new Map([
        [0, -1],
        [1, 0.3],
      ]),
    ],
    3,
  );
  const objective = sparseObjective(X, linearOutputs(task), outputLoss(task, targets), 0.1);
  checkGradient(
    (theta: Float64Array) => objective.evaluate(array(theta)).value,
    (theta: Float64Array) => objective.evaluate(array(theta)).gradient.toTyped("float64"),
    Float64Array.from(seededNormal(1, objective.size)),
  );
  expect(() => objective.hessian(array([0]))).toThrow("use lbfgs");
});

test.each(
  fixture.fits.map((fit) => [`${new Set(fit.labels).size} classes, C ${fit.C}`, fit] as const),
)(
  "fitLinear(X, targets, task) finds scikit-learn's coefficients: %s",
  async (_, { C, labels, coef, intercept, probabilities }) => {
    const names = [...new Set(labels)].map(String);
    const task: Task = { kind: "classes", labels: names };
    const model = await fitLinear(matrix(fixture.trainRows), labels, task, {
      C,
      tol: 1e-10,
      maxIter: 5000,
    });
    expect(model.converged).toBe(true);
    const theta = coef.flatMap((row, k) => [...terms.map((term) => row[term]), intercept[k]]);
    // The classes' intercepts are determined up to a common constant only.
    const width = terms.length + 1;
    const intercepts = (all: ArrayLike<number>) => {
      const own = coef.map((_, k) => all[k * width + width - 1]);
      const mean = coef.length > 1 ? own.reduce((a, b) => a + b) / own.length : 0;
      return own.map((b) => b - mean);
    };
    expect(intercepts(model.theta)).toBeAllClose(intercepts(theta), { atol: 2e-5 });
    const isCoefficient = (_: number, p: number) => p % width !== width - 1;
    expect(model.theta.filter(isCoefficient)).toBeAllClose(theta.filter(isCoefficient), {
      atol: 2e-5,
    });

    const logits = linearLogits(model, matrix(fixture.testRows));
    for (const [i, wanted] of probabilities.entries()) {
      const row = Array.from(logits.subarray(i * names.length, (i + 1) * names.length), Math.exp);
      const sum = row.reduce((a, b) => a + b);
      expect(row.map((e) => e / sum)).toBeAllClose(wanted, { atol: 1e-5 });
    }
  },
);

test("fitLinear(X, numbers) is ridge regression", async () => {
  // One feature x = 1, 2, 3 and y = x: with l2 the slope is sum(dx dy) / (sum(dx^2) + 1/C) = 2 / (2 + 1/C).
  const X = csrOf(
    [1, 2, 3].map((x) => new Map([[0, x]])),
    1,
  );
  const { theta } = await fitLinear(X, [1, 2, 3], { kind: "regression" }, { C: 0.5, tol: 1e-12 });
  expect(theta).toBeAllClose([0.5, 1], { atol: 1e-9 });
});

test("fitLinear(X, ...) refuses a C that is not above 0", async () => {
  await expect(
    fitLinear(matrix(fixture.trainRows), [], { kind: "regression" }, { C: 0 }),
  ).rejects.toThrow("C must be above 0, found 0");
});

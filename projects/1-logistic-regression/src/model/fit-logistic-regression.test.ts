import "@ml-roadmap/testing/matchers";
import { array, concatenate, NDArray, randomGenerator } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { collinear, multinomial, tall, weighted } from "../testing/synthetic-sets.ts";
import type { FitOptions } from "./fit-options.ts";
import { fitLogisticRegression } from "./fit-logistic-regression.ts";

const X = [[0], [1], [2], [3], [4], [5]];
const y = [0, 1, 0, 1, 0, 1];

describe("fitLogisticRegression(X, y) refuses", () => {
  const fit = (data: NDArray | number[][], labels: number[], options?: FitOptions) => () =>
    fitLogisticRegression(data, labels, options);

  test("NaN and infinity, by row and column", () => {
    expect(
      fit(
        [
          [1, 2],
          [3, NaN],
        ],
        [0, 1],
      ),
    ).toThrow("X must be finite, found NaN at row 1, column 1; impute missing values first");
    expect(fit([[Infinity], [1]], [0, 1])).toThrow("found Infinity at row 0, column 0");
    expect(fit(X, [0, 1, 0, 1, 0, NaN])).toThrow("labels must be finite numbers");
  });

  test("NaN and infinity in a large matrix as well, wherever they are", () => {
    const large = (bad: number, row: number) => {
      const data = randomGenerator(1).standardNormal([120_000, 9]);
      data.set(bad, row, 4);
      return data;
    };
    const labels = Array.from({ length: 120_000 }, (_, i) => i % 2);
    for (const solver of ["lbfgs", "newton", "gradient-descent"] as const) {
      expect(fit(large(NaN, 119_999), labels, { solver })).toThrow(
        "found NaN at row 119999, column 4",
      );
    }
    expect(fit(large(Infinity, 777), labels)).toThrow("found Infinity at row 777, column 4");
    expect(fit(large(-Infinity, 0), labels)).toThrow("found -Infinity at row 0, column 4");
    expect(fit(large(NaN, 60_000), labels, { penalty: "l1" })).toThrow("found NaN at row 60000");
  });

  test("an empty matrix, and one that is none", () => {
    expect(fit(array([]), [])).toThrow("X must be a matrix");
    expect(fit(array([1, 2, 3]), [0, 1, 0])).toThrow("found shape (3)");
  });

  test("lengths that differ", () => {
    expect(fit(X, [0, 1])).toThrow("X has 6 rows, y has 2 labels");
    expect(fit(X, y, { sampleWeight: [1, 2] })).toThrow("sampleWeight has 2 entries");
  });

  test("a single class", () => {
    expect(fit(X, [1, 1, 1, 1, 1, 1])).toThrow(
      "y must have two classes or more, found only class 1",
    );
  });

  test("weights below 0 or that sum to 0", () => {
    expect(fit(X, y, { sampleWeight: [1, 1, -1, 1, 1, 1] })).toThrow("found -1 in row 2");
    expect(fit(X, y, { sampleWeight: [0, 0, 0, 0, 0, 0] })).toThrow("finite sum above 0, found 0");
  });

  test("options out of range, and a solver that cannot do the penalty", () => {
    expect(fit(X, y, { C: 0 })).toThrow("C must be a number above 0, found 0");
    expect(fit(X, y, { l1Ratio: 2 })).toThrow("l1Ratio must be a number from 0 to 1, found 2");
    expect(fit(X, y, { tol: -1 })).toThrow("tol must be a number above 0, found -1");
    expect(fit(X, y, { maxIter: 1.5 })).toThrow(
      "maxIter must be a whole number above 0, found 1.5",
    );
    expect(fit(X, y, { penalty: "l1", solver: "newton" })).toThrow(
      'penalty "l1" has a kink at 0, which only the solver "proximal-gradient" handles, found newton',
    );
  });

  test("a warm start of another shape", () => {
    const other = fitLogisticRegression(
      [
        [1, 2],
        [2, 1],
        [0, 1],
      ],
      [0, 1, 0],
    );
    expect(fit(X, y, { warmStart: other })).toThrow("warmStart must have coef (1, 1)");
  });
});

test("fitLogisticRegression(X, y) of collinear columns without a penalty shares the weight between equal columns", () => {
  const { X: data, y: labels } = collinear();
  const twice = concatenate([data.at(":", ":1"), data.at(":", ":1")], { axis: 1 });
  const single = fitLogisticRegression(data.at(":", ":1"), labels, { penalty: "none", tol: 1e-10 });
  const double = fitLogisticRegression(twice, labels, { penalty: "none", tol: 1e-10 });
  const half = single.coef.get(0, 0) / 2;
  expect(double.coef).toBeAllClose([[half, half]], { rtol: 1e-6 });
  expect(double.warnings).toEqual([]);
});

test("fitLogisticRegression(X, y) counts a sample of weight 2 as two samples", () => {
  const weights = fitLogisticRegression(X, y, { sampleWeight: [2, 1, 1, 1, 1, 3] });
  const copies = fitLogisticRegression([...X, [0], [5], [5]], [...y, 0, 1, 1]);
  expect(weights.coef).toBeAllClose(copies.coef, { rtol: 1e-6 });
  expect(weights.intercept).toBeAllClose(copies.intercept, { rtol: 1e-5 });
});

test("fitLogisticRegression(X, y, { warmStart }) begins where another fit ended", () => {
  const { X: data, y: labels } = tall();
  const first = fitLogisticRegression(data, labels, { C: 1, tol: 1e-8 });
  const again = fitLogisticRegression(data, labels, { C: 1, tol: 1e-8, warmStart: first });
  expect(again.iterations).toBe(0);
  expect(again.coef.toArray()).toEqual(first.coef.toArray());
  const near = fitLogisticRegression(data, labels, { C: 1.1, tol: 1e-8, warmStart: first });
  expect(near.iterations).toBeLessThan(
    fitLogisticRegression(data, labels, { C: 1.1, tol: 1e-8 }).iterations,
  );
});

test("fitLogisticRegression(X, y) takes any numbers for labels, and gives them back", () => {
  const model = fitLogisticRegression(
    X,
    y.map((label) => (label ? 7 : -3)),
  );
  expect(model.classes).toEqual([-3, 7]);
  expect(model.predict([[-50], [50]])).toEqual([-3, 7]);
});

test("fitLogisticRegression(X, y) leaves X as it was, and takes views of any strides", () => {
  const data = array(X.map(([x]) => [x, 9, 2 * x]));
  const before = data.toArray();
  const view = fitLogisticRegression(data.at(":", "::2"), y);
  const copy = fitLogisticRegression(data.at(":", "::2").copy(), y);
  expect(view.coef.toArray()).toEqual(copy.coef.toArray());
  expect(data.toArray()).toEqual(before);
});

test("predictProba(X) of two classes is [1 - p, p], and predict(X) the larger one", () => {
  const { X: data, y: labels } = weighted();
  const model = fitLogisticRegression(data, labels);
  const proba = model.predictProba(data);
  expect(proba.shape).toEqual([300, 2]);
  expect(proba.at(":", 0)).toBeAllClose(
    proba
      .at(":", 1)
      .toTyped()
      .map((p) => 1 - p),
    { atol: 1e-15 },
  );
  expect(model.predict(data)).toEqual(
    Array.from(proba.at(":", 1).toTyped(), (p) => Number(p > 0.5)),
  );
  expect(() => model.predict([[1, 2]])).toThrow("the model was fitted to 4 features, X has 2");
});

test("predictProba(X) of three classes has rows that sum to 1, and classes that sum to 0 in the coefficients", () => {
  const { X: data, y: labels } = multinomial();
  const model = fitLogisticRegression(data, labels);
  const proba = model.predictProba(data);
  expect(proba.shape).toEqual([400, 3]);
  for (let row = 0; row < 400; row++) {
    expect(proba.get(row, 0) + proba.get(row, 1) + proba.get(row, 2)).toBeAllClose(1);
  }
  for (let j = 0; j < 5; j++) {
    expect([0, 1, 2].reduce((sum, k) => sum + model.coef.get(k, j), 0)).toBeAllClose(0, {
      atol: 1e-9,
    });
  }
  const right = model.predict(data).filter((label, i) => label === labels[i]).length;
  expect(right / 400).toBeGreaterThan(0.6);
});

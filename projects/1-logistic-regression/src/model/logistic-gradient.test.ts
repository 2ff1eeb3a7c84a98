import "@ml-roadmap/testing/matchers";
import { array, type NDArray } from "@ml-roadmap/ndarray";
import { checkGradient, seededNormal } from "@ml-roadmap/testing";
import { expect, test } from "vitest";
import { logisticGradient, ridge } from "./logistic-gradient.ts";

const [N, D] = [7, 3];
const X = array(seededNormal(1, N * D)).reshape([N, D]);
const y = [1, 0, 0, 1, 1, 0, 1];
const weight = [0.1, 2, 0.5, 1, 0.2, 0.7, 3];

const logits = (theta: NDArray) =>
  Array.from({ length: N }, (_, i) => {
    let z = theta.get(D);
    for (let j = 0; j < D; j++) z += X.get(i, j) * theta.get(j);
    return z;
  });

/** The loss as the definition says, good enough for small logits. */
function plainLoss(theta: NDArray): number {
  return logits(theta).reduce((sum, z, i) => {
    const p = 1 / (1 + Math.exp(-z));
    return sum - weight[i] * (y[i] === 1 ? Math.log(p) : Math.log(1 - p));
  }, 0);
}

test("1.7 logisticGradient(X, z, y, s) of one sample is s (p - y) x, and s (p - y) for the intercept", () => {
  // p = 1/2, so the residual is 4 (1/2 - 1) = -2
  const gradient = logisticGradient(array([[3, -5]]), array([0]), array([1]), array([4]));
  expect(gradient.toArray()).toEqual([-6, 10, -2]);
});

test("1.7 logisticGradient(X, z, y, s) agrees with central differences of the loss", () => {
  const theta = array([0.5, -1, 0.3, 0.2]);
  checkGradient(
    plainLoss,
    (point, upstream) => {
      const gradient = logisticGradient(X, array(logits(point)), array(y), array(weight));
      return gradient.toTyped().map((g) => upstream * g);
    },
    theta,
  );
});

test("1.7 logisticGradient(X, z, y, s) is 0 where the mean of p equals the mean of y, for the intercept", () => {
  const gradient = logisticGradient(
    array([[1], [2], [4], [9]]),
    array([0, 0, 0, 0]),
    array([1, 0, 1, 0]),
    array([1, 1, 1, 1]),
  );
  expect(gradient.toArray()).toEqual([0 - 0.5 + 1 - 2 + 4.5, 0]);
});

test("1.7 ridge(theta, l2) is l2 / 2 times the sum of squares, without the intercept", () => {
  const { value, gradient } = ridge(array([3, -1, 100]), 0.5);
  expect(value).toBeAllClose(0.25 * 10, { rtol: 1e-15 });
  expect(gradient).toBeAllClose([1.5, -0.5, 0], { rtol: 1e-15 });
});

test("1.7 ridge(theta, l2) has a gradient that agrees with central differences of its value", () => {
  checkGradient(
    (theta: NDArray) => ridge(theta, 0.7).value,
    (theta, upstream) =>
      ridge(theta, 0.7)
        .gradient.toTyped()
        .map((g) => upstream * g),
    array([1, -2, 0.5, 4]),
  );
});

test("1.7 ridge(theta, l2) leaves theta as it was", () => {
  const theta = array([1, 2, 3]);
  ridge(theta, 2);
  expect(theta.toArray()).toEqual([1, 2, 3]);
});

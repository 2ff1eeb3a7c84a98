import "@ml-roadmap/testing/matchers";
import { array, matmul, type NDArray } from "@ml-roadmap/ndarray";
import { checkGradient, seededNormal } from "@ml-roadmap/testing";
import { expect, test } from "vitest";
import { hyperbola, plainLogistic, quadratic } from "../testing/objectives.ts";
import { logisticHessian, newton } from "./newton.ts";

test("1.9 logisticHessian(X, z, s) weighs every sample with s p (1 - p)", () => {
  // p = 1/2 and 3/4: the weights are 1/4 and 2 * 3/16 = 3/8
  const H = logisticHessian(array([[1], [2]]), array([0, Math.log(3)]), array([1, 2]));
  expect(H).toBeAllClose(
    [
      [1 / 4 + 4 * (3 / 8), 1 / 4 + 2 * (3 / 8)],
      [1 / 4 + 2 * (3 / 8), 1 / 4 + 3 / 8],
    ],
    { rtol: 1e-14 },
  );
});

test("1.9 logisticHessian(X, z, s) agrees with central differences of the gradient", () => {
  const [N, D] = [8, 3];
  const values = seededNormal(2, N * D);
  const samples = Array.from({ length: N }, (_, i) => [
    ...values.slice(i * D, (i + 1) * D),
    i % 2,
    0.3 + i / 5,
  ]);
  const X = array(values).reshape([N, D]);
  const weight = array(samples.map((sample) => sample[D + 1]));
  const objective = plainLogistic(samples);
  const logits = (theta: NDArray) =>
    array(
      samples.map((row) => row.slice(0, D).reduce((z, x, j) => z + x * theta.get(j), theta.get(D))),
    );
  checkGradient(
    (theta: NDArray) => objective.evaluate(theta).gradient,
    (theta, upstream) => matmul(logisticHessian(X, logits(theta), weight), upstream),
    array([0.4, -0.8, 1.1, -0.3]),
  );
});

test("1.9 logisticHessian(X, z, s) vanishes for certain samples without becoming NaN", () => {
  const H = logisticHessian(array([[2], [3]]), array([800, -800]), array([1, 1]));
  expect(H).toBeAllClose(
    [
      [0, 0],
      [0, 0],
    ],
    { atol: 1e-300 },
  );
});

test("1.9 newton(objective, start) solves a quadratic in one step", () => {
  const { theta, iterations } = newton(quadratic([3, 1000], [1, -4]), array([7, 7]), {
    tol: 1e-9,
    maxIter: 10,
  });
  expect(iterations).toBe(1);
  expect(theta).toBeAllClose([1, -4], { rtol: 1e-12 });
});

test("1.9 newton(objective, start) converges on a logistic regression within 10 steps", () => {
  const values = seededNormal(5, 40);
  const samples = Array.from(values, (x, i) => [x, i % 3 === 0 ? 1 : 0, 1 + (i % 4)]);
  const objective = plainLogistic(samples, 0.5);
  const solution = newton(objective, array([0, 0]), { tol: 1e-11, maxIter: 10 });
  expect(solution.converged).toBe(true);
  expect(objective.evaluate(solution.theta).gradient).toBeAllClose([0, 0], { atol: 1e-11 });
});

test("1.9 newton(objective, start) shortens a step that would leave the valley", () => {
  // The full step from x lands at -x^3: 3, -27, 19683, ...
  const { theta, converged } = newton(hyperbola, array([3]), { tol: 1e-10, maxIter: 100 });
  expect(converged).toBe(true);
  expect(theta).toBeAllClose([0], { atol: 1e-9 });
});

test("1.9 newton(objective, start, { maxIter }) stops there and says so", () => {
  const solution = newton(hyperbola, array([50]), { tol: 1e-12, maxIter: 2 });
  expect(solution.iterations).toBe(2);
  expect(solution.converged).toBe(false);
  expect(solution.gradientNorm).toBeGreaterThan(1e-12);
});

test("1.9 newton(objective, start) that reaches the minimum with its last step has converged", () => {
  const solution = newton(quadratic([1, 1], [3, 4]), array([0, 0]), { tol: 1e-9, maxIter: 1 });
  expect(solution).toMatchObject({ iterations: 1, gradientNorm: 0, converged: true });
});

test("1.9 newton(objective, start) goes by the gradient's largest entry, not by its length", () => {
  // Four entries of 0.8: the largest is below 1, their length is 1.6.
  const bowl = quadratic([1, 1, 1, 1], [0, 0, 0, 0]);
  const solution = newton(bowl, array([0.8, -0.8, 0.8, -0.8]), { tol: 1, maxIter: 10 });
  expect(solution).toMatchObject({ iterations: 0, gradientNorm: 0.8, converged: true });
});

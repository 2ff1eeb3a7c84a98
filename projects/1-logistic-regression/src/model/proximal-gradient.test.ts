import "@ml-roadmap/testing/matchers";
import { array, zeros } from "@ml-roadmap/ndarray";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { plainLogistic, quadratic } from "../testing/objectives.ts";
import { proximalGradient, softThreshold } from "./proximal-gradient.ts";

test("1.10 softThreshold(z, t) moves every entry towards 0 by its threshold", () => {
  const z = array([3, -3, 3]);
  expect(softThreshold(z, array([1, 1, 0])).toArray()).toEqual([2, -2, 3]);
});

test("1.10 softThreshold(z, t) gives exactly 0 to what is nearer than the threshold", () => {
  const small = softThreshold(array([0.5, -0.5, 1, 0]), array([1, 1, 1, 1]));
  expect(small).toBeAllClose([0, 0, 0, 0]);
});

test("1.10 softThreshold(z, t) is the lowest point of (x - z)^2 / 2 + t |x|", () => {
  const number = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(number, fc.double({ min: 0, max: 3, noNaN: true }), number, (z, t, other) => {
      const cost = (x: number) => (x - z) ** 2 / 2 + t * Math.abs(x);
      const x = softThreshold(array([z]), array([t])).get(0);
      expect(cost(x)).toBeLessThanOrEqual(cost(other) + 1e-12);
    }),
  );
});

test("1.10 proximalGradient(objective, start) finds the known minimum of a bowl with L1", () => {
  // curvature / 2 (theta - centre)^2 + l1 |theta| is lowest at softThreshold(centre, l1 / curvature)
  const { theta, converged } = proximalGradient(quadratic([2, 1, 4], [3, -0.2, -1]), zeros([3]), {
    l1: array([1, 1, 1]),
    lipschitz: 4,
    tol: 1e-10,
    maxIter: 1000,
  });
  expect(converged).toBe(true);
  expect(theta).toBeAllClose([2.5, 0, -0.75], { atol: 1e-9 });
  expect(theta.get(1) === 0).toBe(true);
});

test("1.10 proximalGradient(objective, start) leaves a parameter without L1 where it wants to be", () => {
  const { theta } = proximalGradient(quadratic([1, 1], [0.5, 0.5]), zeros([2]), {
    l1: array([2, 0]),
    lipschitz: 1,
    tol: 1e-10,
    maxIter: 1000,
  });
  expect(theta).toBeAllClose([0, 0.5], { atol: 1e-9 });
});

test("1.10 proximalGradient(objective, start) satisfies the optimality conditions of an L1 logistic regression", () => {
  const samples = [
    [1, 0.2, 1, 1],
    [2, -0.1, 1, 1],
    [-1, 0.3, 0, 1],
    [0.5, 0, 0, 1],
    [-2, -0.3, 0, 1],
    [-0.5, 0.1, 1, 1],
  ];
  const objective = plainLogistic(samples);
  const l1 = array([0.6, 0.6, 0]);
  const { theta } = proximalGradient(objective, zeros([3]), {
    l1,
    lipschitz: 6,
    tol: 1e-10,
    maxIter: 20_000,
  });
  const { gradient } = objective.evaluate(theta);
  expect(theta.get(0)).toBeGreaterThan(0);
  expect(gradient.get(0)).toBeAllClose(-0.6, { atol: 1e-8 });
  expect(theta.get(1) === 0).toBe(true);
  expect(Math.abs(gradient.get(1))).toBeLessThanOrEqual(0.6);
  expect(gradient.get(2)).toBeAllClose(0, { atol: 1e-8 });
});

test("1.10 proximalGradient(objective, start) is accelerated: a bowl stretched 1 to 1000 takes hundreds of steps, not thousands", () => {
  const curvature = [1, 10, 100, 1000];
  const { theta, iterations } = proximalGradient(quadratic(curvature, [1, 1, 1, 1]), zeros([4]), {
    l1: zeros([4]),
    lipschitz: 1000,
    tol: 1e-8,
    maxIter: 5000,
  });
  expect(theta).toBeAllClose([1, 1, 1, 1], { rtol: 1e-7 });
  expect(iterations).toBeLessThan(1500);
});

test("1.10 proximalGradient(objective, start) that finds the minimum with its last step has converged", () => {
  // The first step lands on the minimum, the second finds nothing left to do.
  const options = { l1: zeros([2]), lipschitz: 1, tol: 1e-9, maxIter: 2 };
  const solution = proximalGradient(quadratic([1, 1], [3, 4]), zeros([2]), options);
  expect(solution).toMatchObject({ iterations: 2, gradientNorm: 0, converged: true });
});

test("1.10 proximalGradient(objective, start, { maxIter }) stops there and says so", () => {
  const solution = proximalGradient(quadratic([1, 100], [1, 1]), zeros([2]), {
    l1: zeros([2]),
    lipschitz: 100,
    tol: 1e-12,
    maxIter: 5,
  });
  expect(solution.iterations).toBe(5);
  expect(solution.converged).toBe(false);
});

import "@ml-roadmap/testing/matchers";
import { array, negative } from "@ml-roadmap/ndarray";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hyperbola, plainLogistic, quadratic } from "../testing/objectives.ts";
import { backtrack, gradientDescent, moveTo } from "./gradient-descent.ts";
import type { Objective } from "./objective.ts";
import { isSufficientDecrease } from "./sufficient-decrease.ts";

test("1.8 backtrack(objective, from, direction, step) takes the first step where it helps", () => {
  const objective = quadratic([1, 1], [2, -1]);
  const from = moveTo(objective, array([0, 0]));
  const { point, step } = backtrack(objective, from, negative(from.gradient), 1);
  expect(step).toBe(1);
  expect(point.theta.toArray()).toEqual([2, -1]);
  expect(point.value).toBe(0);
  expect(point.gradient).toBeAllClose([0, 0]);
});

test("1.8 backtrack(objective, from, direction, step) halves a step that lands too far", () => {
  // On 50 theta^2 from 1 a step t lands at 1 - 100 t: lower than the start for t < 0.02, and low enough
  // for Armijo's condition for t <= 0.015.
  const objective = quadratic([100], [0]);
  const from = moveTo(objective, array([1]));
  const { point, step } = backtrack(objective, from, negative(from.gradient), 1);
  expect(step).toBe(1 / 128);
  expect(point.theta).toBeAllClose([1 - 100 / 128], { rtol: 1e-12 });
  expect(point.value).toBeAllClose(50 * (1 - 100 / 128) ** 2, { rtol: 1e-12 });
});

test("1.8 backtrack(objective, from, direction, step) returns the longest of the halved steps that suffices", () => {
  const positive = fc.double({ min: 0.01, max: 1000, noNaN: true });
  fc.assert(
    fc.property(positive, positive, fc.double({ min: 0.5, max: 9, noNaN: true }), (a, b, start) => {
      const objective = quadratic([a, b], [0, 0]);
      const from = moveTo(objective, array([start, -start]));
      const direction = negative(from.gradient);
      const { point, step } = backtrack(objective, from, direction, 4);
      expect(isSufficientDecrease(from, point, direction, step)).toBe(true);
      if (step < 4) {
        const longer = moveTo(
          objective,
          array([0, 1].map((j) => from.theta.get(j) + 2 * step * direction.get(j))),
        );
        expect(isSufficientDecrease(from, longer, direction, 2 * step)).toBe(false);
      }
    }),
  );
});

test("1.8 backtrack(objective, from, direction, step) gives up after 60 halvings", () => {
  const hole: Objective = {
    ...hyperbola,
    evaluate: (theta) => ({ value: theta.get(0) === 1 ? 0 : 1, gradient: array([1]) }),
  };
  const { step } = backtrack(hole, moveTo(hole, array([1])), array([-1e9]), 1);
  expect(step).toBe(2 ** -60);
});

test("1.8 gradientDescent(objective, start) finds the minimum of a stretched bowl", () => {
  const solution = gradientDescent(quadratic([1, 100], [3, -2]), array([0, 0]), {
    tol: 1e-8,
    maxIter: 2000,
  });
  expect(solution.theta).toBeAllClose([3, -2], { rtol: 1e-7 });
  expect(solution.converged).toBe(true);
  expect(solution.gradientNorm).toBeLessThanOrEqual(1e-8);
});

test("1.8 gradientDescent(objective, start) lets the step grow where the ground is flat", () => {
  // The best step is 10,000: steps of 1 would need 100,000 iterations and more.
  const { theta, iterations } = gradientDescent(quadratic([1e-4], [5]), array([0]), {
    tol: 1e-9,
    maxIter: 200,
  });
  expect(theta).toBeAllClose([5], { rtol: 1e-4 });
  expect(iterations).toBeLessThan(100);
});

test("1.8 gradientDescent(objective, start) shrinks the step where the ground is steep", () => {
  const { converged, theta } = gradientDescent(quadratic([1e6], [1]), array([0]), {
    tol: 1e-3,
    maxIter: 200,
  });
  expect(converged).toBe(true);
  expect(theta).toBeAllClose([1], { rtol: 1e-8 });
});

test("1.8 gradientDescent(objective, start) stops by the gradient, not by how little the value changes", () => {
  const { gradientNorm, converged } = gradientDescent(quadratic([1e-6], [1]), array([0]), {
    tol: 1e-10,
    maxIter: 500,
  });
  expect(converged).toBe(true);
  expect(gradientNorm).toBeLessThanOrEqual(1e-10);
});

test("1.8 gradientDescent(objective, start) fits a small logistic regression", () => {
  const samples = [
    [0, 0, 1],
    [1, 1, 1],
    [2, 0, 2],
    [3, 1, 1],
    [4, 1, 0.5],
    [5, 0, 1],
  ];
  const { theta } = gradientDescent(plainLogistic(samples, 0.1), array([0, 0]), {
    tol: 1e-9,
    maxIter: 10_000,
  });
  // By Newton's method in NumPy.
  expect(theta).toBeAllClose([0.05791845236577779, -0.604620350100465], { rtol: 1e-6 });
});

test("1.8 gradientDescent(objective, start, { maxIter }) stops there and says so", () => {
  const solution = gradientDescent(hyperbola, array([1000]), { tol: 1e-12, maxIter: 3 });
  expect(solution.iterations).toBe(3);
  expect(solution.converged).toBe(false);
});

test("1.8 gradientDescent(objective, start) at the minimum takes no step and leaves start as it was", () => {
  const start = array([1, 2]);
  const { iterations, theta } = gradientDescent(quadratic([1, 1], [1, 2]), start, {
    tol: 1e-9,
    maxIter: 10,
  });
  expect(iterations).toBe(0);
  expect(theta.toArray()).toEqual([1, 2]);
  gradientDescent(quadratic([1, 5], [7, 7]), start, { tol: 1e-9, maxIter: 10 });
  expect(start.toArray()).toEqual([1, 2]);
});

test("1.8 gradientDescent(objective, start) that reaches the minimum with its last step has converged", () => {
  const solution = gradientDescent(quadratic([1, 1], [3, 4]), array([0, 0]), {
    tol: 1e-9,
    maxIter: 1,
  });
  expect(solution).toMatchObject({ iterations: 1, gradientNorm: 0, converged: true });
});

test("1.8 gradientDescent(objective, start) goes by the gradient's largest entry, not by its length", () => {
  // Four entries of 0.8: the largest is below 1, their length is 1.6.
  const bowl = quadratic([1, 1, 1, 1], [0, 0, 0, 0]);
  const solution = gradientDescent(bowl, array([0.8, -0.8, 0.8, -0.8]), { tol: 1, maxIter: 10 });
  expect(solution).toMatchObject({ iterations: 0, gradientNorm: 0.8, converged: true });
});

test("1.8 gradientDescent(objective, start) is not led astray where values are rounded", () => {
  const bowl = quadratic([1, 30], [1, 2]);
  const rounded: Objective = {
    ...bowl,
    evaluate(theta) {
      const { value, gradient } = bowl.evaluate(theta);
      // Some digits less than float64 has, as a sum over many samples.
      return { value: 1 + Math.round(value * 2 ** 48) / 2 ** 48, gradient };
    },
  };
  const { converged } = gradientDescent(rounded, array([0, 0]), { tol: 1e-11, maxIter: 2000 });
  expect(converged).toBe(true);
});

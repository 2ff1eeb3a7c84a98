import "@ml-roadmap/testing/matchers";
import { array, zeros } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { hyperbola, quadratic } from "../testing/objectives.ts";
import { lbfgs } from "./lbfgs.ts";

const curvature = Array.from({ length: 30 }, (_, j) => 10 ** (j / 10));
const centre = curvature.map((_, j) => Math.sin(j));

test("lbfgs(objective, start) finds the minimum of a stretched bowl in fewer steps than its stretch", () => {
  const { theta, iterations, converged } = lbfgs(quadratic(curvature, centre), zeros([30]), {
    tol: 1e-9,
    maxIter: 500,
  });
  expect(converged).toBe(true);
  expect(theta).toBeAllClose(centre, { atol: 1e-8 });
  expect(iterations).toBeLessThan(400);
});

test("lbfgs(objective, start, options, precondition) takes one step with the exact inverse Hessian", () => {
  const exact = lbfgs(
    quadratic(curvature, centre),
    zeros([30]),
    { tol: 1e-9, maxIter: 10 },
    (gradient) => array(gradient.toTyped().map((g, j) => g / curvature[j])),
  );
  expect(exact.iterations).toBe(1);
  expect(exact.theta).toBeAllClose(centre, { atol: 1e-9 });
});

test("lbfgs(objective, start) comes back from far away, and stops at maxIter", () => {
  const options = { tol: 1e-10, maxIter: 200 };
  expect(lbfgs(hyperbola, array([1e4]), options).theta).toBeAllClose([0], { atol: 1e-9 });
  expect(lbfgs(hyperbola, array([1e4]), { ...options, maxIter: 1 })).toMatchObject({
    iterations: 1,
    converged: false,
  });
});

import "@ml-roadmap/testing/matchers";
import { array, type NDArray, matmul, zeros } from "@ml-roadmap/ndarray";
import { checkGradient, seededNormal } from "@ml-roadmap/testing";
import { describe, expect, test } from "vitest";
import { plainLogistic } from "../testing/objectives.ts";
import { multinomial, weighted } from "../testing/synthetic-sets.ts";
import { binaryObjective } from "./binary-objective.ts";
import { multinomialObjective } from "./multinomial-objective.ts";
import type { Objective } from "./objective.ts";
import { rowBlocks } from "./row-blocks.ts";

function binary(fitIntercept = true): Objective {
  const { X, y, sampleWeight = [] } = weighted();
  return binaryObjective(array(y), { X, sampleWeight: array(sampleWeight), l2: 0.3, fitIntercept });
}

function threeClasses(l2: number, fitIntercept = true): Objective {
  const { X, y, sampleWeight = [] } = multinomial();
  const Y = zeros([400, 3]);
  for (const [row, k] of y.entries()) Y.set(1, row, k);
  return multinomialObjective(Y, { X, sampleWeight: array(sampleWeight), l2, fitIntercept });
}

test("binaryObjective(y) is the sum of weighted losses and the penalty, in as many blocks as X takes", () => {
  const { X, y, sampleWeight = [] } = weighted();
  const samples = y.map((label, i) => [
    ...[0, 1, 2, 3].map((j) => X.get(i, j)),
    label,
    sampleWeight[i],
  ]);
  const theta = array(seededNormal(4, 5));
  const [ours, plain] = [binary(), plainLogistic(samples, 0.3)];
  expect(ours.evaluate(theta).value).toBeAllClose(plain.evaluate(theta).value, { rtol: 1e-12 });
  expect(ours.evaluate(theta).gradient).toBeAllClose(plain.evaluate(theta).gradient, {
    rtol: 1e-10,
  });
  expect(ours.hessian(theta)).toBeAllClose(plain.hessian(theta), { rtol: 1e-10, atol: 1e-10 });
});

test("rowBlocks(rows, columns) covers all rows once, in blocks that fit a cache", () => {
  const blocks = rowBlocks(100_000, 100);
  expect(blocks.length).toBeGreaterThan(50);
  expect(blocks[0][0]).toBe(0);
  expect(blocks.at(-1)?.[1]).toBe(100_000);
  for (const [i, [from]] of blocks.slice(1).entries()) expect(from).toBe(blocks[i][1]);
  expect(rowBlocks(3, 1_000_000)).toEqual([[0, 3]]);
});

describe.each([
  ["binaryObjective", binary(), 5],
  ["multinomialObjective", threeClasses(0.2), 18],
  ["multinomialObjective without penalty", threeClasses(0), 18],
] as const)("%s", (_name, objective, size) => {
  const theta = array(seededNormal(6, size, { std: 0.5 }));

  test("evaluate(theta) has a gradient that agrees with central differences", () => {
    checkGradient(
      (point: NDArray) => objective.evaluate(point).value,
      (point, upstream) =>
        objective
          .evaluate(point)
          .gradient.toTyped()
          .map((g) => upstream * g),
      theta,
    );
  });

  test("hessian(theta) maps a direction to the change of the gradient along it", () => {
    // Directions that add the same to every class change nothing; there the Hessian is pinned.
    const direction = seededNormal(7, size);
    const classes = size / 6;
    if (classes === 3) {
      for (let j = 0; j < 6; j++) {
        const mean = (direction[j] + direction[6 + j] + direction[12 + j]) / 3;
        for (let k = 0; k < 3; k++) direction[6 * k + j] -= mean;
      }
    }
    const step = 1e-5;
    const at = (sign: number) =>
      objective.evaluate(array(theta.toTyped().map((t, j) => t + sign * step * direction[j])))
        .gradient;
    const [up, down] = [at(1), at(-1)];
    const numeric = up.toTyped().map((value, j) => (value - down.get(j)) / (2 * step));
    const analytic = matmul(objective.hessian(theta), array(direction));
    expect(analytic).toBeAllClose(numeric, { rtol: 1e-5, atol: 1e-4 });
  });
});

test("binaryObjective and multinomialObjective without an intercept leave it where it is", () => {
  const two = binary(false);
  expect(two.evaluate(zeros([5])).gradient.get(4)).toBe(0);
  const H = two.hessian(zeros([5]));
  expect(H.at(4).toArray()).toEqual([0, 0, 0, 0, 1]);
  expect(H.at(":", 4).toArray()).toEqual([0, 0, 0, 0, 1]);
  const three = threeClasses(0.1, false);
  expect(three.evaluate(zeros([18])).gradient.get(11)).toBe(0);
  expect(three.hessian(zeros([18])).get(11, 11)).toBe(1);
});

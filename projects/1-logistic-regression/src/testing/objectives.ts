import { array, type NDArray } from "@ml-roadmap/ndarray";
import type { Objective } from "../model/objective.ts";

/** `sum_j curvature_j / 2 (theta_j - centre_j)^2`: the minimum is `centre` (P). */
export function quadratic(curvature: readonly number[], centre: readonly number[]): Objective {
  const size = curvature.length;
  return {
    size,
    evaluate(theta) {
      const gradient = curvature.map((c, j) => c * (theta.get(j) - centre[j]));
      const value = gradient.reduce((sum, g, j) => sum + (g * g) / 2 / curvature[j], 0);
      return { value, gradient: array(gradient) };
    },
    hessian: () => array(curvature.map((c, i) => curvature.map((_, j) => (i === j ? c : 0)))),
  };
}

/** `sqrt(1 + theta^2)`: from |theta| > 1 a full Newton step lands farther away than it started. */
export const hyperbola: Objective = {
  size: 1,
  evaluate(theta) {
    const value = Math.hypot(1, theta.get(0));
    return { value, gradient: array([theta.get(0) / value]) };
  },
  hessian: (theta) => array([[Math.hypot(1, theta.get(0)) ** -3]]),
};

/** Log loss of samples `[...features, label, weight]`, sum over samples, written out in loops. */
export function plainLogistic(samples: readonly (readonly number[])[], l2 = 0): Objective {
  const features = samples[0].length - 2;
  const size = features + 1;
  const rows = samples.map((sample) => [...sample.slice(0, features), 1]);
  const probability = (row: readonly number[], theta: NDArray) =>
    1 / (1 + Math.exp(-row.reduce((z, x, j) => z + x * theta.get(j), 0)));
  return {
    size,
    evaluate(theta) {
      let value = 0;
      const gradient = new Array<number>(size).fill(0);
      for (const [i, row] of rows.entries()) {
        const [label, weight] = samples[i].slice(features);
        const p = probability(row, theta);
        value -= weight * (label === 1 ? Math.log(p) : Math.log(1 - p));
        for (let j = 0; j < size; j++) gradient[j] += weight * (p - label) * row[j];
      }
      for (let j = 0; j < features; j++) {
        value += (l2 / 2) * theta.get(j) ** 2;
        gradient[j] += l2 * theta.get(j);
      }
      return { value, gradient: array(gradient) };
    },
    hessian(theta) {
      const entry = (j: number, k: number) => {
        let sum = j === k && j < features ? l2 : 0;
        for (const [i, row] of rows.entries()) {
          const p = probability(row, theta);
          sum += samples[i][features + 1] * p * (1 - p) * row[j] * row[k];
        }
        return sum;
      };
      return array(rows[0].map((_, j) => rows[0].map((__, k) => entry(j, k))));
    },
  };
}

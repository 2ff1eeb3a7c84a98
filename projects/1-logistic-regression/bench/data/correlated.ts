import { matmul, type NDArray, randomGenerator } from "@ml-roadmap/ndarray";

export interface DataSet {
  readonly X: NDArray;
  readonly y: ArrayLike<number>;
}

/**
 * Normal features, each correlated `rho` with the one before, and labels drawn from a logistic model.
 * `python/logistic_sklearn.py` draws the same numbers.
 */
export function correlated(rows: number, features: number, rho: number): DataSet {
  const random = randomGenerator(1);
  const X = random.standardNormal([rows, features]);
  const w = random.standardNormal(features);
  const data = X.toTyped();
  for (let i = 0; i < data.length; i++) {
    if (i % features > 0) data[i] = rho * data[i - 1] + Math.sqrt(1 - rho * rho) * data[i];
  }
  const z = matmul(X, w).toTyped();
  const draw = random.random(rows).toTyped();
  const y = Int32Array.from(draw, (u, i) => Number(u < 1 / (1 + Math.exp(-z[i] / 5))));
  return { X, y };
}

import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import { seededNormal } from "@ml-roadmap/testing";
import { expect, test } from "vitest";
import { fitScaler, standardise } from "./scaler.ts";

const train = array([
  [1, 10],
  [2, 30],
  [3, 80],
]);

test("1.4 fitScaler(X) gives each column's mean and standard deviation, dividing by N", () => {
  const { mean, scale } = fitScaler(train);
  expect(mean).toBeAllClose([2, 40]);
  expect(scale).toBeAllClose([Math.sqrt(2 / 3), Math.sqrt(2600 / 3)], { rtol: 1e-12 });
});

test("1.4 standardise(X, fitScaler(X)) has mean 0 and standard deviation 1 in every column", () => {
  const X = array(seededNormal(3, 200, { mean: 5, std: 20 })).reshape([50, 4]);
  const { mean, scale } = fitScaler(standardise(X, fitScaler(X)));
  expect(mean).toBeAllClose([0, 0, 0, 0], { atol: 1e-12 });
  expect(scale).toBeAllClose([1, 1, 1, 1], { rtol: 1e-12 });
});

test("1.4 standardise(X, scaler) uses the training part's statistics, not X's own", () => {
  const scaler = { mean: array([2, 40]), scale: array([1, 20]) };
  expect(standardise(array([[4, 60]]), scaler)).toBeAllClose([[2, 1]]);
  // A row's numbers may not depend on which other rows stand beside it.
  const together = array([
    [4, 60],
    [1000, -1000],
  ]);
  expect(standardise(together, scaler).at(0)).toBeAllClose([2, 1]);
});

test("1.4 fitScaler(X) gives a column that never changes the scale 1", () => {
  // The standard deviation of thirteen times 7.9 is about 1e-15, not 0: the mean is rounded.
  const X = array(Array.from({ length: 13 }, (_, row) => [7.9, row]));
  const scaler = fitScaler(X);
  expect(scaler.scale.get(0)).toBe(1);
  const constant = standardise(X, scaler).at(":", 0);
  expect(constant).toBeAllClose(new Float64Array(13), { atol: 1e-14 });
});

test("1.4 fitScaler(X) takes a column of tiny numbers for what it is", () => {
  // Lengths in kilometres, of atoms.
  const { mean, scale } = fitScaler(array([[1e-13], [3e-13]]));
  expect(mean).toBeAllClose([2e-13], { rtol: 1e-12 });
  expect(scale).toBeAllClose([1e-13], { rtol: 1e-12 });
});

test("1.4 standardise(X, scaler) leaves X as it was", () => {
  const X = array([
    [1, 2],
    [3, 5],
  ]);
  standardise(X, fitScaler(X));
  expect(X.toArray()).toEqual([
    [1, 2],
    [3, 5],
  ]);
});

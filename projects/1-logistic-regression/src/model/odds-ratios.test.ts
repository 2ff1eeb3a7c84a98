import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { oddsRatios, standardErrors } from "./odds-ratios.ts";

test("1.14 standardErrors(information) are the roots of the inverse's diagonal", () => {
  // The inverse of [[5, 2], [2, 1]] is [[1, -2], [-2, 5]].
  const information = array([
    [5, 2],
    [2, 1],
  ]);
  expect(standardErrors(information)).toBeAllClose([1, Math.sqrt(5)], { rtol: 1e-12 });
});

test("1.14 standardErrors(information) of independent features are 1 / sqrt(information)", () => {
  const information = array([
    [4, 0, 0],
    [0, 25, 0],
    [0, 0, 100],
  ]);
  expect(standardErrors(information)).toBeAllClose([0.5, 0.2, 0.1], { rtol: 1e-12 });
});

test("1.14 standardErrors(information) halve when there are four times as many samples", () => {
  const [one, four] = [1, 4].map((times) =>
    standardErrors(
      array([
        [3 * times, times],
        [times, 2 * times],
      ]),
    ),
  );
  expect(four).toBeAllClose([one.get(0) / 2, one.get(1) / 2], { rtol: 1e-12 });
});

test("1.14 oddsRatios(coef, errors, level) is exp(w) with the interval exp(w -+ q se)", () => {
  const { ratio, low, high } = oddsRatios(
    array([0, Math.log(2), -1]),
    array([0.5, 0.1, 0.25]),
    0.95,
  );
  const q = 1.959963984540054;
  expect(ratio).toBeAllClose([1, 2, Math.exp(-1)], { rtol: 1e-12 });
  expect(low).toBeAllClose([Math.exp(-q / 2), 2 * Math.exp(-q / 10), Math.exp(-1 - q / 4)], {
    rtol: 1e-12,
  });
  expect(high).toBeAllClose([Math.exp(q / 2), 2 * Math.exp(q / 10), Math.exp(-1 + q / 4)], {
    rtol: 1e-12,
  });
});

test("1.14 oddsRatios(coef, errors, level) has intervals that are never below 0 and grow with the level", () => {
  const narrow = oddsRatios(array([-2]), array([3]), 0.8);
  const wide = oddsRatios(array([-2]), array([3]), 0.99);
  expect(wide.low.get(0)).toBeGreaterThan(0);
  expect(wide.low.get(0)).toBeLessThan(narrow.low.get(0));
  expect(wide.high.get(0)).toBeGreaterThan(narrow.high.get(0));
});

import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { logisticLoss } from "./logistic-loss.ts";

const loss = (z: number, y: number, weight = 1) =>
  logisticLoss(array([z]), array([y]), array([weight]));

test("1.6 logisticLoss(z, y, s) is -log of the probability given to the true class", () => {
  // sigmoid(log 3) = 3/4
  expect(loss(Math.log(3), 1)).toBeAllClose(-Math.log(3 / 4), { rtol: 1e-14 });
  expect(loss(Math.log(3), 0)).toBeAllClose(-Math.log(1 / 4), { rtol: 1e-14 });
  expect(loss(0, 1)).toBeAllClose(Math.LN2, { rtol: 1e-14 });
});

test("1.6 logisticLoss(z, y, s) adds the samples up, each with its weight", () => {
  const z = array([0, Math.log(3), -Math.log(3)]);
  const expected = 2 * Math.LN2 + 0.5 * Math.log(4) + 3 * Math.log(4 / 3);
  expect(logisticLoss(z, array([1, 0, 0]), array([2, 0.5, 3]))).toBeAllClose(expected, {
    rtol: 1e-14,
  });
});

test("1.6 logisticLoss(z, y, s) of a confident mistake is |z|, not infinity", () => {
  expect(loss(1000, 0)).toBe(1000);
  expect(loss(-1000, 1)).toBe(1000);
});

test("1.6 logisticLoss(z, y, s) of a confident right answer is exp(-|z|), not 0", () => {
  expect(loss(50, 1)).toBeAllClose(Math.exp(-50), { rtol: 1e-13 });
  expect(loss(-50, 0)).toBeAllClose(Math.exp(-50), { rtol: 1e-13 });
  expect(loss(800, 1)).toBe(0);
});

test("1.6 logisticLoss(z, y, s) treats the two classes alike: loss(z, 1) = loss(-z, 0)", () => {
  fc.assert(
    fc.property(fc.double({ min: -900, max: 900, noNaN: true }), (z) => {
      expect(loss(z, 1)).toBe(loss(-z, 0));
      // Being wrong costs |z| more than being right.
      expect(loss(z, 0) - loss(z, 1)).toBeAllClose(z, { rtol: 1e-12, atol: 1e-12 });
    }),
  );
});

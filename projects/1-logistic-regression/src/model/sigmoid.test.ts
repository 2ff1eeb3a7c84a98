import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sigmoid } from "./sigmoid.ts";

const at = (z: number) => sigmoid(array([z])).get(0);

test("1.5 sigmoid(z) is 1 / (1 + exp(-z))", () => {
  const z = [0, Math.log(3), -Math.log(3), 2];
  expect(sigmoid(array(z))).toBeAllClose([0.5, 0.75, 0.25, 0.8807970779778823], { rtol: 1e-14 });
});

test("1.5 sigmoid(z) keeps the shape of z", () => {
  expect(sigmoid(array([[0], [0]])).toArray()).toEqual([[0.5], [0.5]]);
});

test("1.5 sigmoid(z) neither overflows nor becomes NaN for large |z|", () => {
  expect([at(1e4), at(-1e4), at(710), at(Infinity), at(-Infinity)]).toEqual([1, 0, 1, 1, 0]);
});

test("1.5 sigmoid(z) keeps the precision of small probabilities", () => {
  expect(at(-50)).toBeAllClose(1.9287498479639178e-22, { rtol: 1e-13 });
  expect(at(-700)).toBeAllClose(9.85967654375977e-305, { rtol: 1e-12 });
});

test("1.5 sigmoid(z) reaches the smallest numbers that there are", () => {
  // exp(720) is infinite, but exp(-720) is still a number.
  expect(at(-720)).toBe(Math.exp(-720));
  expect(at(-720)).toBeGreaterThan(0);
});

test("1.5 sigmoid(z) and sigmoid(-z) add up to 1, and it rises with z", () => {
  const logit = fc.double({ min: -800, max: 800, noNaN: true });
  fc.assert(
    fc.property(logit, logit, (a, b) => {
      expect(at(a) + at(-a)).toBeAllClose(1, { rtol: 1e-15 });
      if (a < b) expect(at(a)).toBeLessThanOrEqual(at(b));
    }),
  );
});

test("1.5 sigmoid(z) leaves z as it was", () => {
  const z = array([-1, 0, 1]);
  sigmoid(z);
  expect(z.toArray()).toEqual([-1, 0, 1]);
});

import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { ensemble } from "./ensemble.ts";

const member = (probabilities: number[][]) => ({
  probabilities: array(probabilities),
  loss: NaN,
  accuracy: NaN,
});

test("ensemble(members, labels) outvotes a member that is wrong and less sure", () => {
  const sure = member([
    [0.9, 0.1],
    [0.45, 0.55],
  ]);
  const other = member([
    [0.3, 0.7],
    [0.1, 0.9],
  ]);
  const { probabilities, loss, accuracy } = ensemble([sure, other], [0, 1]);
  expect(probabilities).toBeAllClose([
    [0.6, 0.4],
    [0.275, 0.725],
  ]);
  expect(accuracy).toBe(1);
  expect(loss).toBeCloseTo(-(Math.log(0.6) + Math.log(0.725)) / 2, 12);
});

test("ensemble(members, labels) keeps the loss finite where a probability is 0", () => {
  expect(ensemble([member([[1, 0]])], [1]).loss).toBeCloseTo(126 * Math.LN2, 10);
});

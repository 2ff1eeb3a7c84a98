import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { isSingular, solveDamped } from "./solve-damped.ts";

test("solveDamped(H, b) solves a regular system exactly", () => {
  const H = array([
    [4, 2],
    [2, 3],
  ]);
  expect(solveDamped(H, array([8, 8]))).toBeAllClose([1, 2], { rtol: 1e-14 });
});

test("solveDamped(H, b) gives about the shortest solution of a singular system", () => {
  // x + y = 3 twice: (1.5, 1.5) is the shortest of all.
  const H = array([
    [1, 1],
    [1, 1],
  ]);
  expect(isSingular(H)).toBe(true);
  expect(solveDamped(H, array([3, 3]))).toBeAllClose([1.5, 1.5], { rtol: 1e-7 });
});

test("solveDamped(H, b) tells a tiny feature from a collinear one", () => {
  const H = array([
    [1e-12, 0],
    [0, 1],
  ]);
  expect(isSingular(H)).toBe(false);
  expect(solveDamped(H, array([1e-12, 2]))).toBeAllClose([1, 2], { rtol: 1e-12 });
});

test("solveDamped(H, b) of zeros walks along b, and refuses NaN", () => {
  const zero = array([
    [0, 0],
    [0, 0],
  ]);
  expect(solveDamped(zero, array([1, -2]))).toBeAllClose([1, -2]);
  expect(() => solveDamped(array([[NaN]]), array([1]))).toThrow("the matrix is not finite");
});

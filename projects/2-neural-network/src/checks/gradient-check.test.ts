import { array, multiply, randomGenerator } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { checkLayers, gradientErrors } from "./gradient-check.ts";

test("checkLayers() finds every layer's gradients within 1e-7 of central differences", () => {
  const errors = checkLayers();
  expect(new Set(errors.map(({ layer }) => layer)).size).toBe(14);
  for (const { layer, array: name, error } of errors) {
    expect(error, `${layer} ${name}`).toBeLessThan(1e-7);
  }
});

test("gradientErrors(layer, x) shows a gradient that is half of what it should be", () => {
  const wrong = {
    name: "wrong",
    parameters: [],
    forward: (x: ReturnType<typeof array>) => multiply(x, 4),
    backward: (dY: ReturnType<typeof array>) => multiply(dY, 2),
  };
  const [{ error, elements }] = gradientErrors(wrong, randomGenerator(0).normal(0, 1, [3, 2]));
  expect(error).toBeCloseTo(0.5, 6);
  expect(elements).toBe(6);
});

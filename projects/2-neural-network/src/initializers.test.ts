import { mean, randomGenerator, std } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { heNormal, xavierNormal } from "./initializers.ts";

describe("2.2 heNormal", () => {
  test("draws float32 normals with mean 0 and deviation sqrt(2 / fanIn)", () => {
    const weight = heNormal([400, 300], 400, randomGenerator(1));
    expect([weight.dtype, weight.shape]).toEqual(["float32", [400, 300]]);
    expect(Math.abs(mean(weight))).toBeLessThan(1e-3);
    expect(std(weight) / Math.sqrt(2 / 400)).toBeCloseTo(1, 2);
  });

  test("takes the fan-in from its argument, not from the shape", () => {
    const kernel = heNormal([9, 5000], 36, randomGenerator(1));
    expect(std(kernel) / Math.sqrt(2 / 36)).toBeCloseTo(1, 1);
  });

  test("gives the same weights for the same seed", () => {
    expect(heNormal([3], 3, randomGenerator(5)).toArray()).toEqual(
      heNormal([3], 3, randomGenerator(5)).toArray(),
    );
  });
});

describe("2.2 xavierNormal", () => {
  test("has deviation sqrt(2 / (fanIn + fanOut))", () => {
    const weight = xavierNormal([500, 100], 500, 100, randomGenerator(2));
    expect(std(weight) / Math.sqrt(2 / 600)).toBeCloseTo(1, 2);
  });
});

import { generateDigits } from "@ml-roadmap/datasets";
import { describe, expect, test } from "vitest";
import { build } from "../models/architecture.ts";
import { cnn, mlp } from "../models/recipes.ts";
import { initialLoss, overfitLoss, sanityChecks } from "./sanity.ts";

const data = generateDigits(60, 3);

describe("sanityChecks(specs, data, seed)", () => {
  test.each([
    ["an MLP", mlp([784, 32, 10])],
    ["an MLP with batch norm and dropout", mlp([784, 64, 10], { dropout: 0.3, batchNorm: true })],
    ["a CNN", cnn(4)],
  ])("passes all three for %s", (_, specs) => {
    expect(sanityChecks(specs, data, 0).filter(({ passed }) => !passed)).toEqual([]);
  });

  test("finds start weights that are too large", () => {
    const specs = mlp([784, 32, 10]);
    const loud = specs.map((spec) => (spec.type === "dense" ? { ...spec, gain: 5 } : spec));
    expect(initialLoss(build(loud), data)).toBeGreaterThan(5);
    expect(sanityChecks(loud, data, 0)[0].passed).toBe(false);
  });

  test("overfitLoss(specs, data, seed) stays high for a network that cannot learn", () => {
    const narrow = mlp([784, 1, 10]);
    expect(overfitLoss(narrow, data, 0, 50)).toBeGreaterThan(0.5);
  });
});

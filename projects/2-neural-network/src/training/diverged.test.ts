import { fromTyped, randomGenerator } from "@ml-roadmap/ndarray";
import { generateDigits } from "@ml-roadmap/datasets";
import { describe, expect, test } from "vitest";
import { build } from "../models/architecture.ts";
import { mlp } from "../models/recipes.ts";
import { diverged, DivergedError } from "./diverged.ts";
import { defaults } from "./options.ts";
import { Training } from "./training.ts";

const specs = mlp([784, 8, 10]);
const mode = { training: true, random: randomGenerator(0) };
const blank = () => fromTyped(new Float32Array(784 * 2).fill(1), [2, 28, 28, 1]);

describe("diverged(network, x, mode, step, loss)", () => {
  test("names the parameter that is not finite", () => {
    const network = build(specs);
    network.parameters[2].value.set(NaN, 0, 0);
    expect(diverged(network, blank(), mode, 7, NaN).message).toMatch(
      /became NaN at step 7; parameter 3.dense.weight holds NaN/,
    );
  });

  test("names the first layer whose output overflows", () => {
    const network = build(specs);
    for (const { value } of network.parameters) value.set(1e38);
    expect(diverged(network, blank(), mode, 1, Infinity).message).toMatch(
      /output of layer 1 \(dense\) is not/,
    );
  });
});

test("a training whose learning rate is absurd stops and says at which step", () => {
  const options = { ...defaults, batchSize: 20, learningRate: 1e30 };
  const training = new Training(build(specs), generateDigits(100, 1), options);
  expect(() => {
    while (!training.done) training.advance();
  }).toThrow(DivergedError);
});

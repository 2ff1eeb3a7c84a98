import { generateDigits } from "@ml-roadmap/datasets";
import { kernels } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { build } from "../models/architecture.ts";
import { cnn, mlp } from "../models/recipes.ts";
import { defaults, type TrainOptions } from "./options.ts";
import { stream } from "./streams.ts";
import { Training } from "./training.ts";

const data = generateDigits(64, 1);
const base: TrainOptions = { ...defaults, batchSize: 32, epochs: 10 };

describe("new Training(network, data, options)", () => {
  test.each([
    ["fusedAdam", cnn(2)],
    ["adam", mlp([784, 8, 10], { batchNorm: true, dropout: 0.2 })],
    ["nesterov", cnn(2)],
    ["rmsprop", mlp([784, 8, 10])],
  ] as const)("advance() leaves nothing behind in the kernels' heap (%s)", (optimizer, specs) => {
    const training = new Training(build(specs), data, { ...base, optimizer, averageDecay: 0.9 });
    training.advance();
    const { blocks, used } = kernels().heap;
    for (let i = 0; i < 5; i++) training.advance();
    expect(kernels().heap).toMatchObject({ blocks, used });
  });

  test("advance() gives the same losses for the same seed, others for another", () => {
    const losses = (seed: number) => {
      const network = build(mlp([784, 8, 10]), stream(seed, "weights", 0));
      const training = new Training(network, data, { ...base, seed });
      return Array.from({ length: 4 }, () => training.advance().loss);
    };
    expect(losses(1)).toEqual(losses(1));
    expect(losses(1)).not.toEqual(losses(2));
  });

  test("the fused Adam trains as the plain one does", () => {
    const last = (optimizer: TrainOptions["optimizer"]) => {
      const network = build(mlp([784, 8, 10]), stream(0, "weights", 0));
      const training = new Training(network, data, { ...base, optimizer });
      let loss = NaN;
      while (!training.done) ({ loss } = training.advance());
      return loss;
    };
    expect(last("fusedAdam") / last("adam")).toBeCloseTo(1, 2);
  });
});

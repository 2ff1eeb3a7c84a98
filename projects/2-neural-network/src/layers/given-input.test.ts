import "@ml-roadmap/testing/matchers";
import { randomGenerator } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { build } from "../models/architecture.ts";
import { cnn, mlp } from "../models/recipes.ts";

test.each([
  ["dense", mlp([784, 6, 10])],
  ["conv2d", cnn(2, { dropout: 0 })],
])(
  "a first layer (%s) that is told of the input gives the same parameter gradients",
  (_, specs) => {
    const random = randomGenerator(3);
    const x = random.normal(0, 1, [3, 28, 28, 1]).astype("float32");
    const dY = random.normal(0, 1, [3, 10]).astype("float32");
    const gradients = (input?: typeof x) => {
      const network = build(specs);
      const mode = { training: true, random, ...(input ? { input } : {}) };
      network.forward(x, mode);
      const dX = network.backward(dY);
      expect(dX.shape).toEqual(x.shape);
      return { dX, parameters: network.parameters.map(({ gradient }) => gradient) };
    };
    const [asked, told] = [gradients(), gradients(x)];
    for (const [i, gradient] of told.parameters.entries()) {
      expect(gradient).toBeAllClose(asked.parameters[i], { rtol: 1e-6 });
    }
    expect(new Set(told.dX.toTyped())).toEqual(new Set([0]));
    expect(new Set(asked.dX.toTyped()).size).toBeGreaterThan(100);
  },
);

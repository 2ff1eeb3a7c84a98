import { array, randomGenerator, type NDArray } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { build } from "../models/architecture.ts";
import { mlp } from "../models/recipes.ts";
import { oneHot } from "../losses/one-hot.ts";
import { adam } from "../optimizers/index.ts";
import { lossAndGradients } from "./step.ts";

const mode = { training: true, random: randomGenerator(0) };

describe("2.10 lossAndGradients", () => {
  test("returns the loss and sends its gradient back through the network", () => {
    let received: NDArray | undefined;
    const network = {
      name: "probe",
      parameters: [],
      forward: (x: NDArray) => x,
      backward: (dY: NDArray) => (received = dY),
    };
    const targets = array([[1, 0]]);
    const { loss, logits } = lossAndGradients(network, array([[0, 0]]), targets, mode);
    expect(loss).toBeCloseTo(Math.LN2, 12);
    expect(logits.toArray()).toEqual([[0, 0]]);
    expect(received?.toArray()).toEqual([[-0.5, 0.5]]);
  });
});

test("a new network's loss is about ln 10, and it can learn one batch by heart", () => {
  const random = randomGenerator(4);
  const network = build(mlp([784, 32, 10]), random);
  const x = random.normal(0, 1, [20, 28, 28, 1]).astype("float32");
  const targets = oneHot(
    Array.from({ length: 20 }, (_, i) => i % 10),
    10,
  );
  const optimizer = adam();
  const states = network.parameters.map(({ value }) => optimizer.init(value));
  const losses: number[] = [];
  for (let step = 1; step <= 60; step++) {
    losses.push(lossAndGradients(network, x, targets, mode).loss);
    for (const [i, parameter] of network.parameters.entries()) {
      const { value, gradient } = parameter;
      const update = {
        value,
        gradient,
        state: states[i],
        step,
        learningRate: 5e-3,
        weightDecay: 0,
      };
      ({ value: parameter.value, state: states[i] } = optimizer.update(update));
    }
  }
  expect(Math.abs(losses[0] - Math.log(10))).toBeLessThan(1);
  expect(losses.at(-1)).toBeLessThan(0.01);
});

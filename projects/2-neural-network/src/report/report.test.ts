import { generateDigits } from "@ml-roadmap/datasets";
import { randomGenerator } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { build } from "../models/architecture.ts";
import { cnn, mlp } from "../models/recipes.ts";
import { evaluate } from "../training/evaluate.ts";
import { trainingReport } from "./report.ts";
import { firstFilters, saliency } from "./saliency.ts";

const data = {
  train: generateDigits(120, 1),
  test: generateDigits(60, 2),
  kind: "embedded" as const,
  description: "Using few digits.",
};

test.each([
  ["an MLP with batch norm", mlp([784, 8, 10], { batchNorm: true, dropout: 0.1 })],
  ["a CNN", cnn(2)],
])("trainingReport(results) tells all of %s on one page", (_, specs) => {
  const network = build(specs);
  const epoch = { trainLoss: 1, trainAccuracy: 0.5, validationLoss: 1.1, validationAccuracy: 0.4 };
  const epochs = [1, 2].map((n) => ({ ...epoch, epoch: n, seconds: n }));
  const evaluation = evaluate(network, data.test);
  const page = trainingReport({ recipe: "a net", data, epochs, evaluation, network });
  const titles = ["The data", "Learning curves", "Scores by digit", "The worst errors"];
  for (const title of [...titles, "Inside the network", "Robustness"]) {
    expect(page).toContain(`>${title}<`);
  }
});

test("saliency(network, split, rows) is what central differences of the logit say", () => {
  const network = build(mlp([784, 6, 10]), randomGenerator(2));
  const map = saliency(network, data.test, [4]);
  const label = data.test.labels[4];
  const mode = { training: false, random: randomGenerator(0) };
  const effects = Array.from({ length: 784 }, (_, pixel) => {
    const logit = (ink: number) => {
      const x = randomGenerator(0).normal(0, 1, [1, 28, 28, 1]).astype("float32");
      const image = data.test.images.subarray(4 * 784, 5 * 784);
      x.data.set(Float32Array.from(image, (value) => (value / 255 - 0.1307) / 0.3081));
      x.data[pixel] += ink;
      return network.forward(x, mode).get(0, label);
    };
    return Math.abs(logit(1e-2) - logit(-1e-2));
  });
  const largest = Math.max(...effects);
  for (const [pixel, effect] of effects.entries()) {
    expect(Math.abs(map[pixel] - (255 * effect) / largest)).toBeLessThan(6);
  }
});

test("firstFilters(network) shows a unit's weights, grey for 0", () => {
  const network = build(mlp([784, 3, 10]));
  const weight = network.parameters[0].value;
  weight.set(0, ":", 1);
  weight.set(2, 5, 1);
  weight.set(-1, 6, 1);
  const { images, side } = firstFilters(network);
  expect([images.length, side]).toEqual([3, 28]);
  expect([...images[1].subarray(4, 8)]).toEqual([128, 255, 64, 128]);
});

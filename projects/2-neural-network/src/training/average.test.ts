import { generateDigits } from "@ml-roadmap/datasets";
import { expect, test } from "vitest";
import { build } from "../models/architecture.ts";
import { mlp } from "../models/recipes.ts";
import { withAverages } from "./average.ts";
import { defaults } from "./options.ts";
import { stream } from "./streams.ts";
import { Training } from "./training.ts";

test("withAverages(training, use) has the averages in the network until an asynchronous use ends", async () => {
  const network = build(mlp([784, 4, 10]), stream(0, "weights", 0));
  const options = { ...defaults, epochs: 1, batchSize: 10, averageDecay: 0.9 };
  const training = new Training(network, generateDigits(50, 1), options);
  while (!training.done) training.advance();
  const values = () => network.parameters.map(({ value }) => value);
  const trained = values();
  const seen = await withAverages(training, async () => {
    await Promise.resolve();
    return values();
  });
  expect(seen).toEqual(training.averages);
  expect(seen).not.toEqual(trained);
  expect(values()).toEqual(trained);
});

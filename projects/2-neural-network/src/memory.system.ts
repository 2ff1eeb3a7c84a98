import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { generateDigits } from "@ml-roadmap/datasets";
import { expect, test } from "vitest";
import { build } from "./models/architecture.ts";
import { cnn } from "./models/recipes.ts";
import { evaluate } from "./training/evaluate.ts";
import { defaults } from "./training/options.ts";
import { Training } from "./training/training.ts";

test("memory does not grow over the epochs of a training", () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const data = generateDigits(1000, 1);
  const options = { ...defaults, epochs: 30, averageDecay: 0.99 };
  const training = new Training(build(cnn(8)), data, options);
  const sizes: number[] = [];
  while (!training.done) {
    training.advance();
    if (training.step % training.stepsPerEpoch !== 0) continue;
    evaluate(training.network, data);
    collect();
    sizes.push(process.memoryUsage().rss / 2 ** 20);
  }
  const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
  // The first epochs compile code and fill the kernels' heap.
  expect(mean(sizes.slice(20)) - mean(sizes.slice(5, 15))).toBeLessThan(10);
});

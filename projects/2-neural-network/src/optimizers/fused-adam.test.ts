import "@ml-roadmap/testing/matchers";
import { randomGenerator } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { pytorch } from "../testing.ts";
import { adam } from "./adam.ts";
import { fusedAdam } from "./fused-adam.ts";

test("fusedAdam() goes where PyTorch's AdamW goes, in float32", () => {
  const of = pytorch("adam");
  const value = of("value").astype("float32");
  const optimizer = fusedAdam();
  let state = optimizer.init(value);
  for (let step = 1; step <= 4; step++) {
    const gradient = of("gradients")
      .at(step - 1)
      .astype("float32");
    const settings = { step, learningRate: 0.1, weightDecay: 0.01 };
    ({ state } = optimizer.update({ value, gradient, state, ...settings }));
    expect(value).toBeAllClose(of("path").at(step - 1), { rtol: 1e-5 });
  }
});

test("fusedAdam() equals adam() after many steps, also of tiny gradients", () => {
  const random = randomGenerator(5);
  const start = random.normal(0, 1, [40, 3]).astype("float32");
  const [plain, fused] = [adam(), fusedAdam()];
  const value = start.copy();
  let [expected, theirs, ours] = [start, plain.init(start), fused.init(value)];
  for (let step = 1; step <= 50; step++) {
    const gradient = random.normal(0, 10 ** -(step % 9), [40, 3]).astype("float32");
    const settings = { gradient, step, learningRate: 0.01, weightDecay: 0.1 };
    ({ value: expected, state: theirs } = plain.update({
      value: expected,
      state: theirs,
      ...settings,
    }));
    ({ state: ours } = fused.update({ value, state: ours, ...settings }));
  }
  expect(value).toBeAllClose(expected, { rtol: 1e-4, atol: 1e-6 });
});

import * as og from "@ml-roadmap/onnx-grad";
import { seededNormal } from "@ml-roadmap/testing";
import "@ml-roadmap/testing/matchers";
import { describe, expect, test } from "vitest";
import { adamwStep, type AdamWParameter } from "./adamw-step.ts";

const options = {
  learningRate: 0.01,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-6,
  weightDecay: 0.1,
};

function parameter(weights: Iterable<number>): AdamWParameter {
  const values = Float64Array.from(weights);
  const zeros = () => new Float64Array(values.length);
  return { weights: values, first: zeros(), second: zeros() };
}

describe("4.15 adamwStep", () => {
  test("moves by the learning rate in its first step, however small the gradient", () => {
    const moved = parameter([1, 1, 1]);
    adamwStep(moved, [1e-2, -1e3, 0.5], 1, { ...options, weightDecay: 0 });
    expect(moved.weights).toBeAllClose([0.99, 1.01, 0.99], { rtol: 1e-5 });
  });

  test("keeps the moments as they are, uncorrected", () => {
    const { weights, first, second } = parameter([1, 2]);
    adamwStep({ weights, first, second }, [3, -4], 1, options);
    expect(first).toBeAllClose([0.3, -0.4], { rtol: 1e-9 });
    expect(second).toBeAllClose([0.009, 0.016], { rtol: 1e-9 });
    adamwStep({ weights, first, second }, [1, 1], 2, options);
    expect(first).toBeAllClose([0.37, -0.26], { rtol: 1e-9 });
    expect(second).toBeAllClose([0.009991, 0.016984], { rtol: 1e-9 });
  });

  test("lets weights decay by the same share, whatever their gradients", () => {
    const [steep, flat] = [parameter([5]), parameter([5])];
    adamwStep(steep, [1e4], 1, options);
    adamwStep(flat, [0.1], 1, options);
    // 5 x 0.01 x 0.1 for the decay, 0.01 for the step.
    expect(steep.weights).toBeAllClose([4.985], { atol: 1e-6, rtol: 0 });
    expect(flat.weights).toBeAllClose([4.985], { atol: 1e-6, rtol: 0 });
    const still = parameter([5]);
    adamwStep(still, [0], 1, options);
    expect(still.weights).toBeAllClose([4.995], { atol: 1e-9, rtol: 0 });
  });

  test("adds epsilon to the root, not under it", () => {
    const moved = parameter([0]);
    adamwStep(moved, [1e-6], 1, options);
    expect(moved.weights).toBeAllClose([-0.005], { rtol: 1e-6 });
  });

  test("goes where onnx-grad's fused kernel goes, which trains the model", async () => {
    const size = 37;
    const start = Float32Array.from(seededNormal(5, size));
    const oracle = parameter(start);
    // The gradient of sum(w x) is x: so any gradient can be given.
    const trainer = await og.createTrainer({
      build: (graph) => ({
        loss: og.sum(og.multiply(graph.parameter("w", [size]), graph.input("x", [size]))),
      }),
      weights: { w: start },
      optimizer: og.adamw(options),
    });
    for (let step = 1; step <= 20; step += 1) {
      const gradient = Float32Array.from(seededNormal(100 + step, size, { std: step % 3 }));
      const learningRate = options.learningRate / step;
      adamwStep(oracle, gradient, step, { ...options, learningRate });
      await trainer.step({ x: og.float32(gradient, [size]) }, { learningRate });
    }
    const { w } = await trainer.weights();
    const { moments } = await trainer.state();
    await trainer.close();
    expect(w).toBeAllClose(oracle.weights, { atol: 1e-6, rtol: 1e-6 });
    expect(moments["w"][0]).toBeAllClose(oracle.first, { atol: 1e-6, rtol: 1e-5 });
    expect(moments["w"][1]).toBeAllClose(oracle.second, { atol: 1e-7, rtol: 1e-5 });
  });
});

test("adamwStep refuses sizes that differ and steps that are counted from 0", () => {
  expect(() => adamwStep(parameter([1, 2]), [1], 1, options)).toThrow("found 2, 2, 2, 1");
  expect(() => adamwStep(parameter([1]), [1], 0, options)).toThrow("expected a step from 1");
});

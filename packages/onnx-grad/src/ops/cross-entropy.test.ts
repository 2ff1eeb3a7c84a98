import { expect, onTestFinished, test } from "vitest";
import * as og from "../index.ts";

async function trainer() {
  return og.createTrainer({
    weights: { w: Float32Array.of(0.1, -0.4, 0.7, 0.2, -0.3, 0.5) },
    build: (graph) => {
      const logits = og.linear(graph.input("x", ["n", 2]), graph.parameter("w", [3, 2]));
      const labels = graph.input("labels", ["n"], "int64");
      return { loss: og.crossEntropy(logits, labels) };
    },
  });
}

const batch = (...labels: number[]) => ({
  x: og.float32(
    Float32Array.from({ length: 2 * labels.length }, (_, i) => Math.cos(i)),
    [labels.length, 2],
  ),
  labels: og.int64(labels, [labels.length]),
});

test.each([-1, -2, 3])("crossEntropy refuses the class %d of 3, which is none", async (label) => {
  const model = await trainer();
  onTestFinished(() => model.close());
  await expect(model.step(batch(0, label))).rejects.toThrow(/index|indices|out of/i);
});

test("crossEntropy leaves samples out whose class is ignoreIndex", async () => {
  const model = await trainer();
  onTestFinished(() => model.close());
  const { loss } = await model.evaluate(batch(0, -100));
  expect(loss).toBeCloseTo((await model.evaluate(batch(0))).loss, 6);
});

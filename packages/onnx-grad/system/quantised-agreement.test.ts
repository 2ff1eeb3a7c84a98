import { describe, expect, test } from "vitest";
import { bert, bertSizes } from "../examples/bert.ts";
import * as og from "../src/index.ts";
import type { Build, Tensors } from "../src/index.ts";
import { Random } from "../src/train/random.ts";

// B sentences of up to S words.

/** Random sentences: some words speak for class 0, some for class 1, most for neither. */
function sentences(random: Random, b: number, s: number): Tensors {
  const [ids, mask, labels]: number[][] = [[], [], []];
  for (let i = 0; i < b; i += 1) {
    const label = random.bits() & 1;
    const length = 8 + Math.floor(random.uniform() * (s - 8));
    labels.push(label);
    for (let j = 0; j < s; j += 1) {
      const isTelling = random.uniform() < 0.3;
      const telling = (label === 0 ? 1000 : 3000) + Math.floor(random.uniform() * 500);
      const other = 5000 + Math.floor(random.uniform() * 20000);
      mask.push(Number(j < length));
      ids.push(j >= length ? 0 : j === 0 ? 101 : isTelling ? telling : other);
    }
  }
  return {
    input_ids: og.int64(ids, [b, s]),
    token_type_ids: og.int64(new Array<number>(b * s).fill(0), [b, s]),
    attention_mask: og.int64(mask, [b, s]),
    labels: og.int64(labels, [b]),
  };
}

describe("exportModel(options) after training on random sentences", () => {
  for (const [name, steps, learningRate, batches] of [
    ["tiny", 60, 1e-3, 32],
    ["small", 16, 2e-4, 16],
  ] as const) {
    test(`BERT ${name}: int8 and float16 choose the class of float32 in 99% of ${batches * 32} sentences`, async () => {
      const build: Build = (graph) => bert(graph, bertSizes(name));
      const optimizer = og.adamw({ learningRate, decays: og.matricesOnly });
      const trainer = await og.createTrainer({
        build,
        optimizer,
        clipNorm: 1,
        seed: 1,
        threads: 2,
      });
      const random = new Random(7);
      for (let step = 0; step < steps; step += 1) await trainer.step(sentences(random, 16, 48));
      const weights = await trainer.weights();
      await trainer.close();
      const sessions = await Promise.all(
        (["float32", "float16", "int8"] as const).map((precision) => {
          const model = og.exportModel({ build, weights, precision });
          return og.onnxNode.createSession(og.encodeModel(model), { threads: 2 });
        }),
      );
      const agreed = [0, 0, 0];
      for (let batch = 0; batch < batches; batch += 1) {
        const { labels: _, ...inputs } = sentences(random, 32, 64);
        const chosen: boolean[][] = [];
        for (const session of sessions) {
          const { data } = (await session.run(inputs, { logits: null }))["logits"];
          chosen.push(Array.from({ length: 32 }, (_, i) => data[2 * i] > data[2 * i + 1]));
        }
        for (const [i, choices] of chosen.entries()) {
          agreed[i] += choices.filter((choice, k) => choice === chosen[0][k]).length;
        }
      }
      expect(agreed[1] / (batches * 32)).toBeGreaterThanOrEqual(0.99);
      expect(agreed[2] / (batches * 32)).toBeGreaterThanOrEqual(0.99);
      for (const session of sessions) await session.release();
    });
  }
});

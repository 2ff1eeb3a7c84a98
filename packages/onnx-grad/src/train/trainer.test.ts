import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bert } from "../../examples/bert.ts";
import type { BertConfig } from "../../examples/bert.ts";
import * as og from "../index.ts";
import type { Build, Tensors, Trainer, TrainerOptions } from "../index.ts";
import { encoderBatch } from "../testing/batches.ts";
import { hashedWeights } from "../testing/hashed.ts";
import { bertFixture } from "../testing/model-fixture.ts";
import { relativeError } from "../testing/op-session.ts";

const { config, shapes, scale } = bertFixture;
const start = hashedWeights(shapes, scale);

function bertTrainer(
  changes: Partial<BertConfig> = {},
  options: Partial<TrainerOptions> = {},
): Promise<Trainer> {
  const build: Build = (graph) => bert(graph, { ...config, ...changes });
  return og.createTrainer({ build, weights: start, optimizer: og.sgd(), ...options });
}

async function weightsAfter(trainer: Trainer, batch: Tensors | Tensors[]): Promise<Weights> {
  await trainer.step(batch);
  const weights = await trainer.weights();
  await trainer.close();
  return weights;
}

type Weights = Record<string, Float32Array>;

function worstDifference(a: Weights, b: Weights): number {
  expect(Object.keys(a)).toEqual(Object.keys(b));
  return Math.max(...Object.keys(a).map((name) => relativeError(a[name], [...b[name]])));
}

/** `y = w x + b`, with mean squared error. */
const line: Build = (graph) => {
  const x = graph.input("x", ["n", 1]);
  const target = graph.input("target", ["n", 1]);
  const weight = graph.parameter("weight", [1, 1], og.zeros);
  const y = og.linear(x, weight, graph.parameter("bias", [1], og.zeros));
  return { loss: og.meanSquaredError(y, target), outputs: { y } };
};
const points = {
  x: og.float32([0, 1, 2, 3], [4, 1]),
  target: og.float32([1, 3, 5, 7], [4, 1]),
};

test("createTrainer(options) fits a line", async () => {
  const optimizer = og.sgd({ learningRate: 0.1 });
  const trainer = await og.createTrainer({ build: line, optimizer });
  for (let step = 0; step < 300; step += 1) await trainer.step(points);
  const { weight, bias } = await trainer.weights();
  expect(weight[0]).toBeCloseTo(2, 4);
  expect(bias[0]).toBeCloseTo(1, 4);
  expect((await trainer.evaluate(points)).loss).toBeLessThan(1e-7);
  const { y } = await trainer.predict({ x: og.float32([10], [1, 1]) });
  expect(Number(y.data[0])).toBeCloseTo(21, 3);
  await trainer.close();
});

describe("step(batches)", () => {
  const batch = encoderBatch(60, config, 6, 7);
  const part = (from: number, to: number): Tensors =>
    Object.fromEntries(
      Object.entries(batch).map(([name, { shape, data }]) => {
        const row = data.length / shape[0];
        const values = Array.from(data, Number).slice(from * row, to * row);
        return [name, og.int64(values, [to - from, ...shape.slice(1)])];
      }),
    );

  test("step([a, b]) of two halves makes the update of the whole batch", async () => {
    const whole = await weightsAfter(await bertTrainer(), batch);
    const halves = await weightsAfter(await bertTrainer(), [part(0, 3), part(3, 6)]);
    expect(worstDifference(halves, whole)).toBeLessThan(1e-6);
  });

  test("step([a, b], { shares }) weighs batches of different size", async () => {
    const whole = await weightsAfter(await bertTrainer(), batch);
    const trainer = await bertTrainer();
    const { loss } = await trainer.step([part(0, 2), part(2, 6)], { shares: [2 / 6, 4 / 6] });
    const parts = await trainer.weights();
    await trainer.close();
    expect(worstDifference(parts, whole)).toBeLessThan(1e-6);
    const reference = await bertTrainer();
    expect(loss).toBeCloseTo((await reference.evaluate(batch)).loss, 5);
    await reference.close();
  });

  test("step([]) and shares of another length throw", async () => {
    const trainer = await og.createTrainer({ build: line });
    await expect(trainer.step([])).rejects.toThrow("0 batches and 0 shares");
    await expect(trainer.step(points, { shares: [1, 1] })).rejects.toThrow("1 batches and 2");
    await trainer.close();
  });
});

describe("trainable", () => {
  const batch = encoderBatch(61, config, 4, 6);
  const trainable = (name: string): boolean => name.includes("lora") || name.startsWith("class");
  const lora = { loraRank: 2 };

  test("frozen parameters stay, the others learn", async () => {
    const after = await weightsAfter(await bertTrainer(lora, { trainable, seed: 3 }), batch);
    for (const name of Object.keys(start).filter((key) => !trainable(key))) {
      expect(after[name]).toEqual(start[name]);
    }
    expect(after["classifier.weight"]).not.toEqual(start["classifier.weight"]);
    const up = after["bert.encoder.layer.0.attention.self.query.lora_B"];
    expect(Math.max(...up.map(Math.abs))).toBeGreaterThan(0);
  });

  test("bakeFrozen makes no difference to the result", async () => {
    const options = { trainable, seed: 3 };
    const fed = await weightsAfter(await bertTrainer(lora, options), batch);
    const baked = await weightsAfter(
      await bertTrainer(lora, { ...options, bakeFrozen: true }),
      batch,
    );
    expect(worstDifference(baked, fed)).toBeLessThan(1e-5);
  });
});

test("checkpointing makes no difference to the result", async () => {
  const batch = encoderBatch(62, config, 4, 6);
  const plain = await weightsAfter(await bertTrainer(), batch);
  const checkpointed = await weightsAfter(await bertTrainer({ checkpointing: true }), batch);
  expect(worstDifference(checkpointed, plain)).toBeLessThan(1e-6);
});

describe("dropout", () => {
  const batch = encoderBatch(63, config, 4, 6);

  test("the seed decides what is dropped", async () => {
    const losses = async (seed: number): Promise<number[]> => {
      const trainer = await bertTrainer({ dropout: 0.3 }, { seed });
      const found = [(await trainer.step(batch)).loss, (await trainer.step(batch)).loss];
      await trainer.close();
      return found;
    };
    expect(await losses(1)).toEqual(await losses(1));
    expect(await losses(1)).not.toEqual(await losses(2));
  });

  test("evaluate(batch) drops nothing", async () => {
    const dropping = await bertTrainer({ dropout: 0.5 });
    const plain = await bertTrainer();
    expect((await dropping.evaluate(batch)).loss).toBe((await plain.evaluate(batch)).loss);
    await dropping.close();
    await plain.close();
  });

  test("checkpointed layers drop the same elements when they are repeated", async () => {
    const options = { seed: 5 };
    const plain = await weightsAfter(await bertTrainer({ dropout: 0.2 }, options), batch);
    const checkpointing = { dropout: 0.2, checkpointing: true };
    const again = await weightsAfter(await bertTrainer(checkpointing, options), batch);
    expect(worstDifference(again, plain)).toBeLessThan(1e-6);
  });
});

test("saveWeights(path, trainer) and loadWeights(path) carry weights from one trainer to the next", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onnx-grad-weights-"));
  const path = join(folder, "model.safetensors");
  const trainer = await og.createTrainer({ build: line, optimizer: og.sgd({ learningRate: 0.1 }) });
  await trainer.step(points);
  await og.saveWeights(path, trainer, { steps: "1" });
  const weights = await og.loadWeights(path);
  const next = await og.createTrainer({ build: line, weights });
  expect(await next.weights()).toEqual(await trainer.weights());
  expect(next.parameters).toEqual([
    { name: "weight", shape: [1, 1], isTrained: true },
    { name: "bias", shape: [1], isTrained: true },
  ]);
  await trainer.close();
  await next.close();
  rmSync(folder, { recursive: true });
});

test("pickWeights(build, weights) takes what the model has and tells the rest", () => {
  const { "classifier.weight": _, ...others } = start;
  const given = { ...others, "cls.predictions.bias": new Float32Array(3) };
  const { weights, missing, unused } = og.pickWeights((graph) => bert(graph, config), given);
  expect(weights).toEqual(others);
  expect([missing, unused]).toEqual([["classifier.weight"], ["cls.predictions.bias"]]);
});

describe("step(batch) refuses", () => {
  const batch = encoderBatch(80, config, 2, 5);
  const cases: Record<string, [Tensors, string]> = {
    "a missing input": [
      { input_ids: batch.input_ids },
      'input "token_type_ids" of shape [batch, sequence] is missing',
    ],
    "an unknown input": [
      { ...batch, extra: batch.labels },
      'the model has no input "extra", only input_ids',
    ],
    "another type": [
      { ...batch, labels: og.float32([0, 1], [2]) },
      "labels: expected int64 [batch], found float32 [2]",
    ],
    "another rank": [
      { ...batch, labels: og.int64([0, 1], [2, 1]) },
      "labels: expected int64 [batch], found int64 [2, 1]",
    ],
    "one symbol with two sizes": [
      { ...batch, labels: og.int64([0, 1, 2], [3]) },
      "labels: expected [batch] with batch = 2, found [3]",
    ],
    "an id outside the table": [
      { ...batch, input_ids: og.int64(new Array<number>(10).fill(150), [2, 5]) },
      "embedding: id 150 is outside bert.embeddings.word_embeddings.weight, which has 150 rows",
    ],
  };
  for (const [name, [feeds, message]] of Object.entries(cases)) {
    test(`step(batch) refuses ${name}`, async () => {
      const trainer = await bertTrainer();
      await expect(trainer.step(feeds)).rejects.toThrow(message);
      expect((await trainer.step(batch)).step).toBe(1);
      await trainer.close();
    });
  }

  test("a loss or gradient that is not finite leaves the weights as they were", async () => {
    const trainer = await og.createTrainer({ build: line });
    const before = await trainer.weights();
    const bad = { ...points, target: og.float32([NaN, 0, 0, 0], [4, 1]) };
    await expect(trainer.step(bad)).rejects.toThrow("step: the loss is NaN");
    const huge = {
      x: og.float32([1e9, 0, 0, 0], [4, 1]),
      target: og.float32([1e18, 0, 0, 0], [4, 1]),
    };
    await expect(trainer.step(huge)).rejects.toThrow("the gradient's norm is Infinity at update 1");
    expect(await trainer.weights()).toEqual(before);
    await trainer.close();
  });

  test("a second call before the first has ended", async () => {
    const trainer = await og.createTrainer({ build: line });
    const first = trainer.step(points);
    await expect(trainer.step(points)).rejects.toThrow("await one before the next");
    await first;
    await trainer.close();
  });
});

describe("createTrainer(options) refuses", () => {
  test("a parameter that the loss does not depend on", async () => {
    const build: Build = (graph) => {
      graph.parameter("unused", [2], og.zeros);
      return line(graph);
    };
    await expect(og.createTrainer({ build })).rejects.toThrow(
      "unused does not influence the loss; freeze it",
    );
    const frozen = await og.createTrainer({ build, trainable: (name) => name !== "unused" });
    await frozen.step(points);
    await frozen.close();
  });

  test("weights that are unknown, missing or of another size", async () => {
    const weights = { other: new Float32Array(1) };
    await expect(og.createTrainer({ build: line, weights })).rejects.toThrow("weights for other");
    const short = { bias: new Float32Array(2) };
    await expect(og.createTrainer({ build: line, weights: short })).rejects.toThrow(
      "weights of bias: shape [1] needs 1 numbers, found 2",
    );
    const build: Build = (graph) => {
      const x = graph.input("x", [3]);
      return { loss: og.sum(og.multiply(x, graph.parameter("w", [3]))) };
    };
    await expect(og.createTrainer({ build })).rejects.toThrow("no weights for w of shape [3]");
  });

  test("a loss that is no scalar", async () => {
    const build: Build = (graph) => ({ loss: og.exp(graph.parameter("w", [3], og.zeros)) });
    await expect(og.createTrainer({ build })).rejects.toThrow(
      "expected a float32 scalar as the loss, found float32 [3]; use sum or mean",
    );
  });
});

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { bert } from "../../examples/bert.ts";
import * as og from "../index.ts";
import type { Trainer, TrainerOptions } from "../index.ts";
import { encoderBatch } from "../testing/batches.ts";
import { hashedWeights } from "../testing/hashed.ts";
import { bertFixture } from "../testing/model-fixture.ts";
import { workerFile } from "./start-worker.ts";

const { config, shapes, scale } = bertFixture;

function open(options: Partial<TrainerOptions>): Promise<Trainer> {
  return og.createTrainer({
    build: (graph) => bert(graph, { ...config, dropout: 0.1 }),
    weights: hashedWeights(shapes, scale),
    optimizer: og.adamw({ decays: og.matricesOnly }),
    clipNorm: 1,
    seed: 4,
    ...options,
  });
}

const batches = [1, 2, 3, 4].map((seed) => encoderBatch(seed * 20, config, 4, 6));

test("workerFile(name, from) is JavaScript that was built", () => {
  expect(workerFile("x", "file:///a/src/b/src/worker/y.ts").href).toBe(
    "file:///a/src/b/dist/src/worker/x.js",
  );
  expect(workerFile("x", "file:///a/dist/src/worker/y.js").href).toBe(
    "file:///a/dist/src/worker/x.js",
  );
  for (const name of ["trainer-thread", "gradient-thread"]) {
    const file = fileURLToPath(workerFile(name, import.meta.url));
    if (!existsSync(file)) throw new Error(`${file} is missing: run \`npx tsc -b\` first`);
  }
});

describe("createTrainer({ worker: true })", () => {
  test("does exactly what a trainer on this thread does", async () => {
    const [here, there] = [await open({}), await open({ worker: true })];
    for (const batch of batches) {
      const [a, b] = [await here.step(batch), await there.step(batch)];
      expect({ ...b, outputs: {} }).toEqual({ ...a, outputs: {} });
      expect(b.outputs["logits"].data).toEqual(a.outputs["logits"].data);
    }
    expect(await there.weights()).toEqual(await here.weights());
    expect(await there.evaluate(batches[0])).toEqual(await here.evaluate(batches[0]));
    const { labels: _, ...inputs } = batches[0];
    expect(await there.predict(inputs)).toEqual(await here.predict(inputs));
    await here.restore(await there.state());
    expect((await here.step(batches[1])).loss).toBe((await there.step(batches[1])).loss);
    await here.close();
    await there.close();
  });

  test("passes errors on and goes on afterwards", async () => {
    const trainer = await open({ worker: true });
    await expect(trainer.step({})).rejects.toThrow('input "input_ids"');
    expect((await trainer.step(batches[0])).step).toBe(1);
    await trainer.close();
    await expect(trainer.step(batches[0])).rejects.toThrow("worker: it ended");
  });

  test("leaves this thread free while it computes", async () => {
    const larger = { ...config, hidden: 128, layers: 4 };
    const build = (graph: og.Graph): og.Built => bert(graph, larger);
    const trainer = await open({ worker: true, build, weights: {} });
    const batch = encoderBatch(5, larger, 32, 12);
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 2);
    for (let step = 0; step < 5; step += 1) await trainer.step(batch);
    clearInterval(timer);
    await trainer.close();
    expect(ticks).toBeGreaterThan(5);
  });
});

describe("createTrainer({ workers: 2 })", () => {
  test("makes the updates that one thread makes of the same batches", async () => {
    const [one, two] = [await open({}), await open({ workers: 2 })];
    for (let step = 0; step < 3; step += 1) {
      const [a, b] = [await one.step(batches.slice(0, 3)), await two.step(batches.slice(0, 3))];
      expect(b.loss).toBe(a.loss);
      expect(b.gradientNorm).toBe(a.gradientNorm);
    }
    expect(await two.weights()).toEqual(await one.weights());
    await one.close();
    await two.close();
  });

  test("leaves no thread at work when a batch fails", async () => {
    const trainer = await open({ workers: 2 });
    await expect(trainer.step([batches[0], {}])).rejects.toThrow('input "input_ids"');
    expect((await trainer.step(batches.slice(0, 2))).step).toBe(1);
    await trainer.close();
  });

  test("works inside a worker too", async () => {
    const [plain, nested] = [await open({}), await open({ worker: true, workers: 2 })];
    const [a, b] = [await plain.step(batches), await nested.step(batches)];
    expect(b.loss).toBe(a.loss);
    await plain.close();
    await nested.close();
  });
});

test("createTrainer(options) refuses workers on another backend", async () => {
  const backend = { ...og.onnxNode, name: "other" };
  await expect(open({ worker: true, backend })).rejects.toThrow(
    "workers run on onnxruntime-node only, found other",
  );
});

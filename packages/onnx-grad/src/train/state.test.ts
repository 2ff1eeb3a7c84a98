import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSafetensors } from "@ml-roadmap/safetensors";
import { describe, expect, test } from "vitest";
import { bert } from "../../examples/bert.ts";
import * as og from "../index.ts";
import type { Trainer, TrainerOptions, TrainerState } from "../index.ts";
import { encoderBatch } from "../testing/batches.ts";
import { hashedWeights } from "../testing/hashed.ts";
import { bertFixture } from "../testing/model-fixture.ts";

const { config, shapes, scale } = bertFixture;
const batches = [1, 2, 3, 4].map((seed) => encoderBatch(70 + seed, config, 3, 6));
const isLast = (name: string): boolean => /classifier|pooler|layer\.1/.test(name);

function open(options: Partial<TrainerOptions> = {}): Promise<Trainer> {
  return og.createTrainer({
    build: (graph) => bert(graph, { ...config, dropout: 0.2 }),
    weights: hashedWeights(shapes, scale),
    clipNorm: 1,
    seed: 6,
    ...options,
  });
}

/** Trains both on the same batches; they must agree to the last bit. */
async function goesOnAs(first: Trainer, second: Trainer): Promise<void> {
  for (const batch of batches.slice(2)) {
    const [a, b] = [await first.step(batch), await second.step(batch)];
    expect([b.loss, b.gradientNorm, b.step]).toEqual([a.loss, a.gradientNorm, a.step]);
  }
  expect(await second.weights()).toEqual(await first.weights());
  expect(await second.state()).toEqual(await first.state());
}

describe("restore(state) goes on exactly where state() was taken, dropout included", () => {
  const optimizers = { adamw: og.adamw(), sgd: og.sgd(), momentum: og.sgd({ momentum: 0.9 }) };
  for (const [name, optimizer] of Object.entries(optimizers)) {
    test(`restore(state) with ${name}`, async () => {
      const first = await open({ optimizer });
      for (const batch of batches.slice(0, 2)) await first.step(batch);
      const state = await first.state();
      const second = await open({ optimizer, weights: {}, seed: 99 });
      await second.restore(state);
      await goesOnAs(first, second);
      await first.close();
      await second.close();
    });
  }

  test("restore(state) in a worker, and with workers", async () => {
    const first = await open({ trainable: isLast });
    for (const batch of batches.slice(0, 2)) await first.step(batch);
    const state = await first.state();
    const second = await open({ trainable: isLast, worker: true, workers: 2, seed: 1 });
    await second.restore(state);
    await goesOnAs(first, second);
    await first.close();
    await second.close();
  });
});

test("saveState(path, trainer) and loadState(path) carry a training over to another process", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onnx-grad-state-"));
  const path = join(folder, "state.safetensors");
  const first = await open();
  for (const batch of batches.slice(0, 2)) await first.step(batch);
  await og.saveState(path, first, { epoch: "3" });
  const { state, metadata } = await og.loadState(path);
  expect(state).toEqual(await first.state());
  expect(metadata).toEqual({ epoch: "3" });
  const second = await open({ weights: {}, seed: 2 });
  await second.restore(state);
  await goesOnAs(first, second);
  await expect(og.saveState(path, first, { state: "x" })).rejects.toThrow("state is taken");
  await first.close();
  await second.close();

  await writeSafetensors(path, {}, { metadata: {} });
  await expect(og.loadState(path)).rejects.toThrow("holds no state of a trainer");
  await writeSafetensors(path, {}, { metadata: { state: "{" } });
  await expect(og.loadState(path)).rejects.toThrow("the state in its metadata is damaged");
  const tensors = { other: { dtype: "F32", shape: [1], data: new Float32Array(1) } } as const;
  const numbers = JSON.stringify({ step: 1, updates: {}, random: [1, 2, 3, 4] });
  await writeSafetensors(path, tensors, { metadata: { state: numbers } });
  await expect(og.loadState(path)).rejects.toThrow("unknown tensor other");
  rmSync(folder, { recursive: true });
});

describe("restore(state) refuses, and changes nothing", () => {
  const name = "classifier.weight";
  const cases: Record<string, [(state: TrainerState) => TrainerState, string]> = {
    "missing weights": [(state) => ({ ...state, weights: {} }), "needs 2400 numbers, found none"],
    "moments of another size": [
      (state) => ({ ...state, moments: { ...state.moments, [name]: [new Float32Array(1)] } }),
      `moment 0 of ${name} needs 48 numbers, found 1`,
    ],
    "missing counts": [(state) => ({ ...state, updates: {} }), "does not say how often"],
    "another model's weights": [
      (state) => ({ ...state, weights: { ...state.weights, other: new Float32Array(1) } }),
      "weights of other, which the model does not have",
    ],
    "a broken generator": [(state) => ({ ...state, random: [1] }), "a state of 4 whole numbers"],
  };
  for (const [what, [change, message]] of Object.entries(cases)) {
    test(`restore(state) refuses ${what}`, async () => {
      const trainer = await open();
      const before = await trainer.state();
      const other = await open({ weights: {}, seed: 5 });
      await other.step(batches[0]);
      await expect(trainer.restore(change(await other.state()))).rejects.toThrow(message);
      expect(await trainer.state()).toEqual(before);
      await trainer.close();
      await other.close();
    });
  }

  test("restore(state) refuses moments of a frozen parameter, and weights of a baked one", async () => {
    const all = await open();
    const state = await all.state();
    const few = await open({ trainable: isLast });
    await expect(few.restore(state)).rejects.toThrow("and is frozen here; restore with the same");
    const baked = await open({ trainable: isLast, bakeFrozen: true });
    await expect(baked.restore(state)).rejects.toThrow("leave bakeFrozen out");
    for (const trainer of [all, few, baked]) await trainer.close();
  });
});

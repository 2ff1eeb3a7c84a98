import * as og from "@ml-roadmap/onnx-grad";
import { seededNormal } from "@ml-roadmap/testing";
import "@ml-roadmap/testing/matchers";
import { describe, expect, test } from "vitest";
import type { Task } from "../data/example.ts";
import { fittingWeights, loadPretrained } from "../pretrained/load-pretrained.ts";
import { pytorchFolder, pytorchModel, pytorchNames } from "../testing/pytorch-models.ts";
import { predictLogits } from "../training/predict-logits.ts";
import { TextBatches } from "../training/text-batches.ts";
import { loraTargets, type Lora } from "./lora.ts";
import { mergeLora } from "./merge-lora.ts";
import { textModel } from "./text-model.ts";

const lora: Lora = { rank: 3, alpha: 5, dropout: 0.1, targets: loraTargets };

describe.each(pytorchNames)("mergeLora(%s)", (name) => {
  const { logits, texts } = pytorchModel(name);
  const task: Task = { kind: "classes", labels: logits[0].map(String) };

  async function setUp() {
    const { config, tensors, tokenizer } = await loadPretrained(pytorchFolder(name));
    const plain: og.Build = (graph) => textModel(graph, config, task);
    const adapted: og.Build = (graph) => textModel(graph, config, task, { lora });
    const { weights } = fittingWeights(adapted, tensors);
    const predict = async (build: og.Build, given: Record<string, Float32Array>) => {
      const trainer = await og.createTrainer({ build, weights: given, seed: 3 });
      const examples = texts.map((one) => ({ ...one, target: 0 }));
      const batches = new TextBatches(examples, task, tokenizer, config.positions);
      const found = await predictLogits((batch) => trainer.predict(batch), batches, task);
      const all = await trainer.weights();
      await trainer.close();
      return { logits: found, weights: all };
    };
    return { plain, adapted, weights, predict };
  }

  test("gives a plain model with the same logits, within 1e-5", async () => {
    const { plain, adapted, weights, predict } = await setUp();
    const fresh = await predict(adapted, weights);
    // Updates start at nothing.
    expect(fresh.logits).toBeAllClose(logits.flat(), { atol: 1e-4, rtol: 0 });
    const trained = Object.entries(fresh.weights).map(([key, values], seed) => {
      if (!key.includes(".lora_")) return [key, values] as const;
      return [key, Float32Array.from(seededNormal(seed, values.length, { std: 0.1 }))] as const;
    });
    const withUpdates = await predict(adapted, Object.fromEntries(trained));
    expect(withUpdates.logits).not.toBeAllClose(logits.flat(), { atol: 1e-2, rtol: 0 });
    const merged = await predict(plain, mergeLora(withUpdates.weights, lora));
    expect(merged.logits).toBeAllClose(withUpdates.logits, { atol: 1e-5, rtol: 0 });
  });

  test("leaves the given weights as they are, so that unmerging is exact", async () => {
    const { adapted, weights, predict } = await setUp();
    const { weights: all } = await predict(adapted, weights);
    const updates = Object.keys(all).filter((key) => key.includes(".lora_B"));
    expect(updates).toHaveLength(2 * loraTargets.length);
    for (const key of updates) all[key].fill(0.1);
    const copies = Object.entries(all).map(([key, values]) => [key, values.slice()] as const);
    const merged = mergeLora(all, lora);
    expect(all).toEqual(Object.fromEntries(copies));
    expect(Object.keys(merged).filter((key) => key.includes("lora"))).toEqual([]);
    for (const key of updates) {
      const layer = key.replace(".lora_B.weight", ".weight");
      expect(merged[layer]).not.toEqual(all[layer]);
      expect(merged[layer].buffer).not.toBe(all[layer].buffer);
    }
  });
});

import { describe, expect, test } from "vitest";
import { parseEncoderConfig } from "../models/encoder-config.ts";
import { roadmapBert } from "../models/roadmap-bert.ts";
import { depthOf, isTrained, learningRateFactor, type TuningMode } from "./trainable.ts";

const distilbert = parseEncoderConfig({
  model_type: "distilbert",
  vocab_size: 10,
  max_position_embeddings: 8,
  dim: 8,
  hidden_dim: 8,
  n_layers: 12,
  n_heads: 2,
});

test("depthOf counts from the embeddings, 0, through the layers to the head", () => {
  const depth = (name: string) => depthOf(name, roadmapBert);
  expect(depth("bert.embeddings.word_embeddings.weight")).toBe(0);
  expect(depth("bert.embeddings.LayerNorm.bias")).toBe(0);
  expect(depth("bert.encoder.layer.0.attention.self.query.weight")).toBe(1);
  expect(depth("bert.encoder.layer.3.output.LayerNorm.bias")).toBe(4);
  expect(depth("bert.encoder.layer.2.attention.self.value.lora_A.weight")).toBe(3);
  expect(depth("bert.pooler.dense.weight")).toBe(5);
  expect(depth("classifier.bias")).toBe(5);
  // Layer 1 and layer 11 begin alike.
  expect(depthOf("distilbert.transformer.layer.1.ffn.lin1.weight", distilbert)).toBe(2);
  expect(depthOf("distilbert.transformer.layer.11.sa_layer_norm.weight", distilbert)).toBe(12);
  expect(depthOf("pre_classifier.weight", distilbert)).toBe(13);
});

describe("4.9 learningRateFactor", () => {
  test("is 1 at the head and shrinks with every layer below it", () => {
    const factors = [4, 3, 2, 1, 0].map((depth) => learningRateFactor(depth, 3, 0.5));
    expect(factors).toEqual([1, 0.5, 0.25, 0.125, 0.0625]);
  });

  test("is smallest for the embeddings, however many layers there are", () => {
    expect(learningRateFactor(0, 12, 0.9)).toBeCloseTo(0.9 ** 13, 12);
    expect(learningRateFactor(13, 12, 0.9)).toBe(1);
  });

  test("is 1 for all without decay", () => {
    expect([0, 1, 2, 3].map((depth) => learningRateFactor(depth, 2, 1))).toEqual([1, 1, 1, 1]);
  });
});

describe("4.10 isTrained", () => {
  const config = { ...roadmapBert, layers: 2 };
  const parts = {
    words: "bert.embeddings.word_embeddings.weight",
    bottom: "bert.encoder.layer.0.output.dense.weight",
    top: "bert.encoder.layer.1.attention.self.query.bias",
    update: "bert.encoder.layer.0.attention.self.query.lora_B.weight",
    pooler: "bert.pooler.dense.bias",
    classifier: "classifier.weight",
  };
  const trained = (mode: TuningMode, epoch = 0): string[] =>
    Object.entries(parts).flatMap(([part, name]) =>
      isTrained(name, mode, epoch, config) ? [part] : [],
    );

  test("trains everything in mode full, from the first epoch", () => {
    expect(trained("full")).toEqual(Object.keys(parts));
  });

  test("trains pooler and classifier alone in mode head, in every epoch", () => {
    expect(trained("head")).toEqual(["pooler", "classifier"]);
    expect(trained("head", 9)).toEqual(["pooler", "classifier"]);
  });

  test("trains the updates and the head in mode lora", () => {
    expect(trained("lora")).toEqual(["update", "pooler", "classifier"]);
    expect(trained("lora", 9)).toEqual(["update", "pooler", "classifier"]);
  });

  test("opens a layer more in every epoch in mode gradual, from the top, and shuts none", () => {
    expect(trained("gradual", 0)).toEqual(["pooler", "classifier"]);
    expect(trained("gradual", 1)).toEqual(["top", "pooler", "classifier"]);
    expect(trained("gradual", 2)).toEqual(["bottom", "top", "update", "pooler", "classifier"]);
    expect(trained("gradual", 3)).toEqual(Object.keys(parts));
    expect(trained("gradual", 7)).toEqual(Object.keys(parts));
  });
});

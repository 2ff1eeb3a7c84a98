import { describe, expect, test } from "vitest";
import { formatEncoderConfig, parseEncoderConfig } from "./encoder-config.ts";
import { roadmapBert } from "./roadmap-bert.ts";

const bert = {
  model_type: "bert",
  vocab_size: 30522,
  max_position_embeddings: 512,
  hidden_size: 128,
  intermediate_size: 512,
  num_hidden_layers: 2,
  num_attention_heads: 2,
};

const distilbert = {
  model_type: "distilbert",
  vocab_size: 30522,
  max_position_embeddings: 512,
  dim: 768,
  hidden_dim: 3072,
  n_layers: 6,
  n_heads: 12,
};

describe("parseEncoderConfig", () => {
  test("takes what BERT's first checkpoints leave out as their library has it", () => {
    expect(parseEncoderConfig(bert)).toEqual({
      family: "bert",
      vocabulary: 30522,
      positions: 512,
      types: 2,
      hidden: 128,
      inner: 512,
      layers: 2,
      heads: 2,
      activation: "gelu",
      dropout: 0.1,
      attentionDropout: 0.1,
      epsilon: 1e-12,
      initializerRange: 0.02,
      pooling: "cls",
    });
  });

  test("reads DistilBERT's names, which has no token types", () => {
    const config = parseEncoderConfig(distilbert);
    expect(config).toMatchObject({ family: "distilbert", types: 0, hidden: 768, inner: 3072 });
    expect(config).toMatchObject({ layers: 6, heads: 12, epsilon: 1e-12 });
  });

  test("reads back what formatEncoderConfig writes", () => {
    for (const config of [roadmapBert, parseEncoderConfig(distilbert)]) {
      expect(parseEncoderConfig(formatEncoderConfig(config))).toEqual(config);
    }
  });

  test("refuses families that it cannot build, sizes that are missing and heads that do not fit", () => {
    expect(() => parseEncoderConfig({ ...bert, model_type: "llama" }, "x/config.json")).toThrow(
      /x\/config\.json: expected the configuration of a bert or distilbert encoder/,
    );
    expect(() => parseEncoderConfig({ ...bert, hidden_size: undefined })).toThrow(/hidden_size/);
    expect(() => parseEncoderConfig({ ...bert, num_attention_heads: 3 })).toThrow(
      "a hidden size of 128 cannot be shared by 3 heads",
    );
    expect(() => parseEncoderConfig({ ...bert, hidden_act: "swish" })).toThrow(/hidden_act/);
    expect(() => parseEncoderConfig({ ...bert, position_embedding_type: "relative_key" })).toThrow(
      /position_embedding_type/,
    );
    expect(() => parseEncoderConfig(null)).toThrow(/expected the configuration/);
  });
});

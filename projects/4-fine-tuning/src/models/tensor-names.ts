import type { EncoderConfig } from "./encoder-config.ts";

/** What the parts of an encoder are called in checkpoints; a part has a `.weight` and mostly a `.bias`. */
export interface TensorNames {
  readonly words: string;
  readonly places: string;
  readonly types: string;
  readonly embeddingNorm: string;
  layer(index: number): LayerNames;
  /** The head for masked words. */
  readonly masked: { readonly dense: string; readonly norm: string; readonly bias: string };
  /** The dense layer between the first token and the classifier. */
  readonly pooler: string;
}

export interface LayerNames {
  readonly query: string;
  readonly key: string;
  readonly value: string;
  readonly attended: string;
  readonly attentionNorm: string;
  readonly inner: string;
  readonly outer: string;
  readonly outputNorm: string;
}

const bert: TensorNames = {
  words: "bert.embeddings.word_embeddings",
  places: "bert.embeddings.position_embeddings",
  types: "bert.embeddings.token_type_embeddings",
  embeddingNorm: "bert.embeddings.LayerNorm",
  layer(index) {
    const layer = `bert.encoder.layer.${index}`;
    return {
      query: `${layer}.attention.self.query`,
      key: `${layer}.attention.self.key`,
      value: `${layer}.attention.self.value`,
      attended: `${layer}.attention.output.dense`,
      attentionNorm: `${layer}.attention.output.LayerNorm`,
      inner: `${layer}.intermediate.dense`,
      outer: `${layer}.output.dense`,
      outputNorm: `${layer}.output.LayerNorm`,
    };
  },
  masked: {
    dense: "cls.predictions.transform.dense",
    norm: "cls.predictions.transform.LayerNorm",
    bias: "cls.predictions.bias",
  },
  pooler: "bert.pooler.dense",
};

const distilbert: TensorNames = {
  words: "distilbert.embeddings.word_embeddings",
  places: "distilbert.embeddings.position_embeddings",
  types: "",
  embeddingNorm: "distilbert.embeddings.LayerNorm",
  layer(index) {
    const layer = `distilbert.transformer.layer.${index}`;
    return {
      query: `${layer}.attention.q_lin`,
      key: `${layer}.attention.k_lin`,
      value: `${layer}.attention.v_lin`,
      attended: `${layer}.attention.out_lin`,
      attentionNorm: `${layer}.sa_layer_norm`,
      inner: `${layer}.ffn.lin1`,
      outer: `${layer}.ffn.lin2`,
      outputNorm: `${layer}.output_layer_norm`,
    };
  },
  masked: { dense: "vocab_transform", norm: "vocab_layer_norm", bias: "vocab_projector.bias" },
  pooler: "pre_classifier",
};

/** The names of Hugging Face checkpoints, with the family's prefix. */
export function tensorNames(family: EncoderConfig["family"]): TensorNames {
  return family === "bert" ? bert : distilbert;
}

import { z } from "zod";

/** The sizes of an encoder, whatever its family calls them. */
export interface EncoderConfig {
  readonly family: "bert" | "distilbert";
  readonly vocabulary: number;
  /** The longest sequence. */
  readonly positions: number;
  /** Kinds of tokens, told apart by `token_type_ids`; 0 where the model does not know them (DistilBERT). */
  readonly types: number;
  readonly hidden: number;
  /** Width of the feed-forward network. */
  readonly inner: number;
  readonly layers: number;
  readonly heads: number;
  readonly activation: "gelu" | "gelu_new" | "relu";
  readonly dropout: number;
  readonly attentionDropout: number;
  /** Of the layer norms. */
  readonly epsilon: number;
  /** Standard deviation of the weights that start anew. */
  readonly initializerRange: number;
  /** What of a text goes into the classifier: its first token, as in BERT, or the mean of its tokens. */
  readonly pooling: "cls" | "mean";
}

const size = z.int().positive();
const rate = z.number().min(0).max(0.9);
const pooling = z.enum(["cls", "mean"]).default("cls");
const activation = z.enum(["gelu", "gelu_new", "relu"]);

const bertFile = z.object({
  model_type: z.literal("bert"),
  vocab_size: size,
  max_position_embeddings: size,
  type_vocab_size: size.default(2),
  hidden_size: size,
  intermediate_size: size,
  num_hidden_layers: size,
  num_attention_heads: size,
  hidden_act: activation.default("gelu"),
  hidden_dropout_prob: rate.default(0.1),
  attention_probs_dropout_prob: rate.default(0.1),
  layer_norm_eps: z.number().positive().default(1e-12),
  initializer_range: z.number().positive().default(0.02),
  classifier_pooling: pooling,
  position_embedding_type: z.literal("absolute").default("absolute"),
});

const distilBertFile = z.object({
  model_type: z.literal("distilbert"),
  vocab_size: size,
  max_position_embeddings: size,
  dim: size,
  hidden_dim: size,
  n_layers: size,
  n_heads: size,
  activation: activation.default("gelu"),
  dropout: rate.default(0.1),
  attention_dropout: rate.default(0.1),
  initializer_range: z.number().positive().default(0.02),
  classifier_pooling: pooling,
});

const configFile = z.discriminatedUnion("model_type", [bertFile, distilBertFile]);

/**
 * Reads what `config.json` of a Hugging Face checkpoint says about the encoder.
 * Throws when the family is not supported or a size is missing or impossible.
 */
export function parseEncoderConfig(json: unknown, path = "config.json"): EncoderConfig {
  const parsed = configFile.safeParse(json);
  if (!parsed.success) {
    throw new Error(
      `${path}: expected the configuration of a bert or distilbert encoder\n${z.prettifyError(parsed.error)}`,
    );
  }
  const config = encoderConfig(parsed.data);
  if (config.hidden % config.heads !== 0) {
    throw new Error(
      `${path}: a hidden size of ${config.hidden} cannot be shared by ${config.heads} heads`,
    );
  }
  return config;
}

function encoderConfig(file: z.infer<typeof configFile>): EncoderConfig {
  const shared = {
    vocabulary: file.vocab_size,
    positions: file.max_position_embeddings,
    initializerRange: file.initializer_range,
    pooling: file.classifier_pooling,
  };
  if (file.model_type === "distilbert") {
    return {
      ...shared,
      family: "distilbert",
      types: 0,
      hidden: file.dim,
      inner: file.hidden_dim,
      layers: file.n_layers,
      heads: file.n_heads,
      activation: file.activation,
      dropout: file.dropout,
      attentionDropout: file.attention_dropout,
      epsilon: 1e-12,
    };
  }
  return {
    ...shared,
    family: "bert",
    types: file.type_vocab_size,
    hidden: file.hidden_size,
    inner: file.intermediate_size,
    layers: file.num_hidden_layers,
    heads: file.num_attention_heads,
    activation: file.hidden_act,
    dropout: file.hidden_dropout_prob,
    attentionDropout: file.attention_probs_dropout_prob,
    epsilon: file.layer_norm_eps,
  };
}

/** `config.json` as other tools read it; the reverse of `parseEncoderConfig`. */
export function formatEncoderConfig(config: EncoderConfig): Record<string, unknown> {
  const shared = {
    vocab_size: config.vocabulary,
    max_position_embeddings: config.positions,
    initializer_range: config.initializerRange,
    // As ModernBERT says it; BERT's own is the first token.
    ...(config.pooling === "mean" && { classifier_pooling: config.pooling }),
    pad_token_id: 0,
  };
  if (config.family === "distilbert") {
    return {
      model_type: "distilbert",
      ...shared,
      dim: config.hidden,
      hidden_dim: config.inner,
      n_layers: config.layers,
      n_heads: config.heads,
      activation: config.activation,
      dropout: config.dropout,
      attention_dropout: config.attentionDropout,
    };
  }
  return {
    model_type: "bert",
    ...shared,
    type_vocab_size: config.types,
    hidden_size: config.hidden,
    intermediate_size: config.inner,
    num_hidden_layers: config.layers,
    num_attention_heads: config.heads,
    hidden_act: config.activation,
    hidden_dropout_prob: config.dropout,
    attention_probs_dropout_prob: config.attentionDropout,
    layer_norm_eps: config.epsilon,
    position_embedding_type: "absolute",
  };
}

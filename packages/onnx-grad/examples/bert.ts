import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";

// B batch, S sequence, H hidden size. Names are those of the Hugging Face checkpoints.
// Source: https://arxiv.org/abs/1810.04805

export type BertConfig = EncoderConfig & { readonly classes: number };

export type EncoderConfig = {
  readonly vocabulary: number;
  readonly positions: number;
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  readonly dropout?: number;
  /** Rank of the low-rank updates (LoRA) of queries and values; none when left out. */
  readonly loraRank?: number;
  /** Recompute each layer in the backward pass instead of keeping its inner values. */
  readonly checkpointing?: boolean;
};

const small = og.normal(0.02);
const epsilon = 1e-12;

/** BERT with a classification head: `input_ids`, `token_type_ids`, `attention_mask` and `labels` are fed. */
export function bert(
  graph: Graph,
  config: BertConfig,
): { loss: Value; outputs: { logits: Value } } {
  const { hidden, classes, dropout = 0 } = config;
  const { x } = bertEncoder(graph, config);
  const labels = graph.input("labels", ["batch"], "int64");
  const first = og.select(x, 1, 0);
  const pooled = og.tanh(dense(graph, "bert.pooler.dense", first, hidden));
  const logits = dense(graph, "classifier", og.dropout(pooled, dropout), classes);
  return { loss: og.crossEntropy(logits, labels), outputs: { logits } };
}

/** The encoder alone: the last layer's output `(B, S, H)`, and the table of the words' embeddings. */
export function bertEncoder(graph: Graph, config: EncoderConfig): { x: Value; words: Value } {
  const { hidden, dropout = 0 } = config;
  const ids = graph.input("input_ids", ["batch", "sequence"], "int64");
  const types = graph.input("token_type_ids", ["batch", "sequence"], "int64");
  const mask = graph.input("attention_mask", ["batch", "sequence"], "int64");

  const name = "bert.embeddings";
  const words = graph.parameter(
    `${name}.word_embeddings.weight`,
    [config.vocabulary, hidden],
    small,
  );
  const places = graph.parameter(
    `${name}.position_embeddings.weight`,
    [config.positions, hidden],
    small,
  );
  const kinds = graph.parameter(`${name}.token_type_embeddings.weight`, [2, hidden], small);
  const embedded = og.add(
    og.add(og.embedding(words, ids), og.slice(places, 0, 0, "sequence")),
    og.embedding(kinds, types),
  );
  let x = og.dropout(norm(graph, `${name}.LayerNorm`, embedded), dropout);
  const bias = og.paddingBias(mask);
  for (let layer = 0; layer < config.layers; layer += 1) {
    const block = (y: Value): Value =>
      encoderLayer(graph, `bert.encoder.layer.${layer}`, config, y, bias);
    x = config.checkpointing ? og.checkpoint(block, x) : block(x);
  }
  return { x, words };
}

function encoderLayer(
  graph: Graph,
  name: string,
  config: EncoderConfig,
  x: Value,
  bias: Value,
): Value {
  const { hidden, dropout = 0 } = config;
  const attended = selfAttention(graph, `${name}.attention`, config, x, bias);
  const middle = norm(
    graph,
    `${name}.attention.output.LayerNorm`,
    og.add(og.dropout(attended, dropout), x),
  );
  const wide = og.gelu(dense(graph, `${name}.intermediate.dense`, middle, 4 * hidden));
  const narrow = dense(graph, `${name}.output.dense`, wide, hidden);
  return norm(graph, `${name}.output.LayerNorm`, og.add(og.dropout(narrow, dropout), middle));
}

function selfAttention(
  graph: Graph,
  name: string,
  { hidden, heads, dropout, loraRank }: EncoderConfig,
  x: Value,
  bias: Value,
): Value {
  const [batch, sequence] = x.shape;
  const size = hidden / heads;
  const project = (part: string, rank?: number): Value => {
    const projected = dense(graph, `${name}.self.${part}`, x, hidden);
    const adapted =
      rank === undefined
        ? projected
        : og.add(projected, lowRank(graph, `${name}.self.${part}`, x, rank));
    return og.transpose(og.reshape(adapted, [batch, sequence, heads, size]), [0, 2, 1, 3]);
  };
  const [q, k, v] = [project("query", loraRank), project("key"), project("value", loraRank)];
  const mixed = og.transpose(og.attention(q, k, v, { bias, dropout }), [0, 2, 1, 3]);
  return dense(graph, `${name}.output.dense`, og.reshape(mixed, x.shape), hidden);
}

/** `2 x A^T B^T`, the update that LoRA learns. Source: https://arxiv.org/abs/2106.09685 */
function lowRank(graph: Graph, name: string, x: Value, rank: number): Value {
  const hidden = Number(x.shape[2]);
  const down = graph.parameter(`${name}.lora_A`, [rank, hidden], small);
  const up = graph.parameter(`${name}.lora_B`, [hidden, rank], og.zeros);
  return og.multiply(og.linear(og.linear(x, down), up), 2);
}

export function dense(graph: Graph, name: string, x: Value, width: number): Value {
  const inputs = Number(x.shape[x.rank - 1]);
  const weight = graph.parameter(`${name}.weight`, [width, inputs], small);
  return og.linear(x, weight, graph.parameter(`${name}.bias`, [width], og.zeros));
}

export function norm(graph: Graph, name: string, x: Value): Value {
  const width = Number(x.shape[x.rank - 1]);
  const weight = graph.parameter(`${name}.weight`, [width], og.ones);
  return og.layerNorm(x, weight, graph.parameter(`${name}.bias`, [width], og.zeros), epsilon);
}

/** The sizes of google/bert_uncased_L-*: vocabulary 30,522, 512 positions. */
export function bertSizes(name: "tiny" | "mini" | "small" | "base"): BertConfig {
  const [layers, hidden] = { tiny: [2, 128], mini: [4, 256], small: [4, 512], base: [12, 768] }[
    name
  ];
  return { vocabulary: 30522, positions: 512, hidden, layers, heads: hidden / 64, classes: 2 };
}

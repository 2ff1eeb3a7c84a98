import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";
import { dense, norm } from "./bert.ts";

// B batch, S sequence, H hidden size. Names are those of the Hugging Face checkpoints.
// Source: https://arxiv.org/abs/1910.01108

export type DistilBertConfig = {
  readonly vocabulary: number;
  readonly positions: number;
  readonly hidden: number;
  readonly inner: number;
  readonly layers: number;
  readonly heads: number;
  readonly classes: number;
};

/** DistilBERT with a classification head: `input_ids`, `attention_mask` and `labels` are fed. */
export function distilBert(
  graph: Graph,
  config: DistilBertConfig,
): { loss: Value; outputs: { logits: Value } } {
  const { hidden, layers, classes } = config;
  const ids = graph.input("input_ids", ["batch", "sequence"], "int64");
  const mask = graph.input("attention_mask", ["batch", "sequence"], "int64");
  const labels = graph.input("labels", ["batch"], "int64");
  const name = "distilbert.embeddings";
  const small = og.normal(0.02);
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
  const embedded = og.add(og.embedding(words, ids), og.slice(places, 0, 0, "sequence"));
  let x = norm(graph, `${name}.LayerNorm`, embedded);
  const bias = og.paddingBias(mask);
  for (let layer = 0; layer < layers; layer += 1) {
    x = transformerLayer(graph, `distilbert.transformer.layer.${layer}`, config, x, bias);
  }
  const hiddenFirst = og.relu(dense(graph, "pre_classifier", og.select(x, 1, 0), hidden));
  const logits = dense(graph, "classifier", hiddenFirst, classes);
  return { loss: og.crossEntropy(logits, labels), outputs: { logits } };
}

function transformerLayer(
  graph: Graph,
  name: string,
  { hidden, inner, heads }: DistilBertConfig,
  x: Value,
  bias: Value,
): Value {
  const [batch, sequence] = x.shape;
  const project = (part: string): Value => {
    const projected = dense(graph, `${name}.attention.${part}`, x, hidden);
    const shape = [batch, sequence, heads, hidden / heads];
    return og.transpose(og.reshape(projected, shape), [0, 2, 1, 3]);
  };
  const [q, k, v] = [project("q_lin"), project("k_lin"), project("v_lin")];
  const mixed = og.transpose(og.attention(q, k, v, { bias }), [0, 2, 1, 3]);
  const attended = dense(graph, `${name}.attention.out_lin`, og.reshape(mixed, x.shape), hidden);
  const middle = norm(graph, `${name}.sa_layer_norm`, og.add(attended, x));
  const wide = og.gelu(dense(graph, `${name}.ffn.lin1`, middle, inner));
  const narrow = dense(graph, `${name}.ffn.lin2`, wide, hidden);
  return norm(graph, `${name}.output_layer_norm`, og.add(narrow, middle));
}

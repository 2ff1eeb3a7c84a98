import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";

// B batch, S source length, T target length, H model size, A heads, D size of a head.
// Names are those of the Hugging Face checkpoints. Source: https://arxiv.org/abs/1910.10683

export type T5Config = {
  readonly vocabulary: number;
  readonly hidden: number;
  readonly headSize: number;
  readonly heads: number;
  readonly inner: number;
  readonly layers: number;
  /** Distances are sorted into so many buckets (32 in T5). */
  readonly buckets: number;
  readonly maxDistance: number;
};

const epsilon = 1e-6;
const small = og.normal(0.05);

/**
 * T5 v1.1 with a language-model head: `input_ids`, `attention_mask`, `decoder_input_ids` and `labels`
 * (-100 where there is none) are fed, and the bucket of each pair of positions (`bucketsOf`).
 */
export function t5(graph: Graph, config: T5Config): { loss: Value; outputs: { logits: Value } } {
  const { vocabulary, hidden, layers } = config;
  const ids = graph.input("input_ids", ["batch", "source"], "int64");
  const mask = graph.input("attention_mask", ["batch", "source"], "int64");
  const targetIds = graph.input("decoder_input_ids", ["batch", "target"], "int64");
  const labels = graph.input("labels", ["batch", "target"], "int64");
  const sourceBuckets = graph.input("encoder_buckets", ["source", "source"], "int64");
  const targetBuckets = graph.input("decoder_buckets", ["target", "target"], "int64");
  const shared = graph.parameter("shared.weight", [vocabulary, hidden], small);

  const padding = og.paddingBias(mask);
  let x = og.embedding(shared, ids);
  const encoderBias = og.add(positionBias(graph, "encoder", config, sourceBuckets), padding);
  for (let layer = 0; layer < layers; layer += 1) {
    const name = `encoder.block.${layer}.layer`;
    x = attend(graph, `${name}.0`, "SelfAttention", config, x, undefined, encoderBias);
    x = feedForward(graph, `${name}.1`, config, x);
  }
  const memory = norm(graph, "encoder.final_layer_norm", x);

  let y = og.embedding(shared, targetIds);
  const causal = og.causalBias(graph, "target");
  const decoderBias = og.add(positionBias(graph, "decoder", config, targetBuckets), causal);
  for (let layer = 0; layer < layers; layer += 1) {
    const name = `decoder.block.${layer}.layer`;
    y = attend(graph, `${name}.0`, "SelfAttention", config, y, undefined, decoderBias);
    y = attend(graph, `${name}.1`, "EncDecAttention", config, y, memory, padding);
    y = feedForward(graph, `${name}.2`, config, y);
  }
  const head = graph.parameter("lm_head.weight", [vocabulary, hidden], small);
  const logits = og.linear(norm(graph, "decoder.final_layer_norm", y), head);
  return { loss: og.crossEntropy(logits, labels), outputs: { logits } };
}

function positionBias(
  graph: Graph,
  stack: "encoder" | "decoder",
  { buckets, heads }: T5Config,
  bucketIds: Value,
): Value {
  const name = `${stack}.block.0.layer.0.SelfAttention.relative_attention_bias.weight`;
  const table = graph.parameter(name, [buckets, heads], small);
  return og.expandDims(og.transpose(og.embedding(table, bucketIds), [2, 0, 1]), 0);
}

function attend(
  graph: Graph,
  name: string,
  kind: "SelfAttention" | "EncDecAttention",
  { hidden, heads, headSize }: T5Config,
  x: Value,
  memory: Value | undefined,
  bias: Value,
): Value {
  const normed = norm(graph, `${name}.layer_norm`, x);
  const project = (part: string, from: Value): Value => {
    const weight = graph.parameter(
      `${name}.${kind}.${part}.weight`,
      [heads * headSize, hidden],
      small,
    );
    const [batch, length] = from.shape;
    const shape = [batch, length, heads, headSize];
    return og.transpose(og.reshape(og.linear(from, weight), shape), [0, 2, 1, 3]);
  };
  const [q, k, v] = [
    project("q", normed),
    project("k", memory ?? normed),
    project("v", memory ?? normed),
  ];
  const mixed = og.transpose(og.attention(q, k, v, { bias, scale: 1 }), [0, 2, 1, 3]);
  const output = graph.parameter(`${name}.${kind}.o.weight`, [hidden, heads * headSize], small);
  const [batch, length] = x.shape;
  return og.add(x, og.linear(og.reshape(mixed, [batch, length, heads * headSize]), output));
}

function feedForward(graph: Graph, name: string, { hidden, inner }: T5Config, x: Value): Value {
  const normed = norm(graph, `${name}.layer_norm`, x);
  const weight = (part: string, shape: readonly number[]): Value =>
    graph.parameter(`${name}.DenseReluDense.${part}.weight`, shape, small);
  const gate = og.geluTanh(og.linear(normed, weight("wi_0", [inner, hidden])));
  const wide = og.multiply(gate, og.linear(normed, weight("wi_1", [inner, hidden])));
  return og.add(x, og.linear(wide, weight("wo", [hidden, inner])));
}

function norm(graph: Graph, name: string, x: Value): Value {
  const width = Number(x.shape[x.rank - 1]);
  return og.rmsNorm(x, graph.parameter(`${name}.weight`, [width], og.ones), epsilon);
}

/** The bucket of each pair of positions, `(length, length)`: near distances have one each, far ones share. */
export function bucketsOf(
  length: number,
  { buckets, maxDistance }: Pick<T5Config, "buckets" | "maxDistance">,
  isBidirectional: boolean,
): BigInt64Array {
  const half = isBidirectional ? buckets / 2 : buckets;
  const exact = half / 2;
  return BigInt64Array.from({ length: length * length }, (_, i) => {
    const distance = (i % length) - Math.floor(i / length);
    const back = isBidirectional ? Math.abs(distance) : Math.max(0, -distance);
    const far =
      exact + Math.floor((Math.log(back / exact) / Math.log(maxDistance / exact)) * (half - exact));
    const bucket = back < exact ? back : Math.min(far, half - 1);
    return BigInt(bucket + (isBidirectional && distance > 0 ? half : 0));
  });
}

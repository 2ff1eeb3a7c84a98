import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";

// B batch, S sequence, H hidden size, A heads, D size of a head.

export type GptConfig = {
  readonly vocabulary: number;
  readonly hidden: number;
  readonly heads: number;
  readonly inner: number;
  readonly layers: number;
};

const epsilon = 1e-6;
const small = og.normal(0.02);

/**
 * A decoder as Llama has it: rotary positions, RMS norms, SiLU-gated feed-forward layers, the embedding
 * as the head too. `input_ids` and `labels` (the next ids, -100 where there is none) are fed.
 * Source: https://arxiv.org/abs/2302.13971
 */
export function gpt(graph: Graph, config: GptConfig): { loss: Value; outputs: { logits: Value } } {
  const { vocabulary, hidden, heads, layers } = config;
  const ids = graph.input("input_ids", ["batch", "sequence"], "int64");
  const labels = graph.input("labels", ["batch", "sequence"], "int64");
  const table = graph.parameter("model.embed_tokens.weight", [vocabulary, hidden], small);
  const positions = rotaryTables(graph, hidden / heads);
  const bias = og.causalBias(graph, "sequence");
  let x = og.embedding(table, ids);
  for (let layer = 0; layer < layers; layer += 1) {
    const name = `model.layers.${layer}`;
    x = og.add(x, selfAttention(graph, name, config, x, positions, bias));
    x = og.add(x, feedForward(graph, name, config, x));
  }
  const logits = og.linear(norm(graph, "model.norm", x), table);
  return { loss: og.crossEntropy(logits, labels), outputs: { logits } };
}

/** cos and sin of each position times each frequency, `(S, D)`; the second half repeats the first. */
function rotaryTables(graph: Graph, size: number): { cos: Value; sin: Value } {
  const frequencies = Float32Array.from({ length: size / 2 }, (_, i) => 10000 ** ((-2 * i) / size));
  const row = graph.constant("float32", [1, size / 2], frequencies);
  const places = og.expandDims(og.cast(og.range(graph, "sequence"), "float32"), 1);
  const half = og.multiply(places, row);
  const angles = og.concatenate([half, half], 1);
  return { cos: og.cos(angles), sin: og.sin(angles) };
}

function selfAttention(
  graph: Graph,
  name: string,
  { hidden, heads }: GptConfig,
  x: Value,
  { cos, sin }: { cos: Value; sin: Value },
  bias: Value,
): Value {
  const normed = norm(graph, `${name}.input_layernorm`, x);
  const [batch, sequence] = x.shape;
  const project = (part: string): Value => {
    const weight = graph.parameter(`${name}.self_attn.${part}.weight`, [hidden, hidden], small);
    const shape = [batch, sequence, heads, hidden / heads];
    return og.transpose(og.reshape(og.linear(normed, weight), shape), [0, 2, 1, 3]);
  };
  const q = og.rotary(project("q_proj"), cos, sin);
  const k = og.rotary(project("k_proj"), cos, sin);
  const mixed = og.transpose(og.attention(q, k, project("v_proj"), { bias }), [0, 2, 1, 3]);
  const output = graph.parameter(`${name}.self_attn.o_proj.weight`, [hidden, hidden], small);
  return og.linear(og.reshape(mixed, x.shape), output);
}

function feedForward(graph: Graph, name: string, { hidden, inner }: GptConfig, x: Value): Value {
  const normed = norm(graph, `${name}.post_attention_layernorm`, x);
  const weight = (part: string, shape: readonly number[]): Value =>
    graph.parameter(`${name}.mlp.${part}.weight`, shape, small);
  const gate = og.silu(og.linear(normed, weight("gate_proj", [inner, hidden])));
  const up = og.linear(normed, weight("up_proj", [inner, hidden]));
  return og.linear(og.multiply(gate, up), weight("down_proj", [hidden, inner]));
}

function norm(graph: Graph, name: string, x: Value): Value {
  const width = Number(x.shape[x.rank - 1]);
  return og.rmsNorm(x, graph.parameter(`${name}.weight`, [width], og.ones), epsilon);
}

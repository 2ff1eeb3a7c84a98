import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";
import type { EncoderConfig } from "./encoder-config.ts";
import { adaptedDense } from "./layers.ts";
import type { Lora } from "./lora.ts";
import type { LayerNames } from "./tensor-names.ts";

// B texts, S tokens, H hidden size, A heads of D = H / A numbers.

/**
 * Cuts each token's vector into heads: `(B, S, H)` becomes `(B, A, S, D)`, so that the tokens of a
 * head lie together.
 */
export function splitHeads(x: Value, heads: number): Value {
  const [batch, sequence, hidden] = x.shape;
  //#region solution 4.4 cut the last axis into heads and put the heads before the tokens
  const cut = og.reshape(x, [batch, sequence, heads, Number(hidden) / heads]);
  return og.transpose(cut, [0, 2, 1, 3]);
  //#endregion
}

/**
 * Scaled dot-product attention: query, key and value `(B, A, S, D)`, bias `(B, 1, 1, S)` with 0 for
 * tokens and a large negative number for padding; `softmax(query key^T / sqrt(D) + bias) value`,
 * `(B, A, S, D)`. Source: https://arxiv.org/abs/1706.03762, section 3.2.1.
 */
export function scaledDotProduct(query: Value, key: Value, value: Value, bias: Value): Value {
  const size = Number(query.shape[3]);
  //#region solution 4.5 scores, scaled and masked; softmax; the weighted sum of the values
  const scores = og.matmul(query, key, { transposeB: true, scale: 1 / Math.sqrt(size) });
  return og.matmul(og.softmax(og.add(scores, bias)), value);
  //#endregion
}

/** Self-attention of all heads, and the dense layer that mixes them: `(B, S, H)` to `(B, S, H)`. */
export function selfAttention(
  graph: Graph,
  names: LayerNames,
  config: EncoderConfig,
  x: Value,
  bias: Value,
  lora?: Lora,
): Value {
  const { hidden, heads, attentionDropout, initializerRange: std } = config;
  const project = (part: "query" | "key" | "value"): Value =>
    splitHeads(adaptedDense(graph, names[part], x, hidden, std, part, lora), heads);
  const [query, key, value] = [project("query"), project("key"), project("value")];
  // The same numbers as `scaledDotProduct`, with dropout and with a derivative that needs less memory.
  const mixed = og.attention(query, key, value, { bias, dropout: attentionDropout });
  const joined = og.reshape(og.transpose(mixed, [0, 2, 1, 3]), x.shape);
  return adaptedDense(graph, names.attended, joined, hidden, std, "attended", lora);
}

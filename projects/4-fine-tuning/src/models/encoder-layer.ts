import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";
import { selfAttention } from "./attention.ts";
import type { EncoderConfig } from "./encoder-config.ts";
import { adaptedDense, norm } from "./layers.ts";
import type { Lora } from "./lora.ts";
import type { LayerNames } from "./tensor-names.ts";

// B texts, S tokens, H hidden size.

const activations = { gelu: og.gelu, gelu_new: og.geluTanh, relu: og.relu };

/** The two halves of an encoder layer, and the norm after each. */
export interface Parts {
  /** Self-attention, with its dropout. */
  readonly attention: (x: Value) => Value;
  readonly attentionNorm: (x: Value) => Value;
  /** The feed-forward network, with its dropout. */
  readonly feedForward: (x: Value) => Value;
  readonly outputNorm: (x: Value) => Value;
}

/**
 * An encoder layer as BERT has it: each half is added to what went into it, and the sum is normalised
 * (post-norm): x `(B, S, H)` to `(B, S, H)`. Source: https://arxiv.org/abs/1706.03762, section 3.1.
 */
export function connected(x: Value, parts: Parts): Value {
  //#region solution 4.6 two residual connections, each followed by its norm
  const attended = parts.attentionNorm(og.add(parts.attention(x), x));
  return parts.outputNorm(og.add(parts.feedForward(attended), attended));
  //#endregion
}

export function encoderLayer(
  graph: Graph,
  names: LayerNames,
  config: EncoderConfig,
  x: Value,
  bias: Value,
  lora?: Lora,
): Value {
  const { hidden, inner, dropout, epsilon, initializerRange: std } = config;
  return connected(x, {
    attention: (y) => og.dropout(selfAttention(graph, names, config, y, bias, lora), dropout),
    attentionNorm: (y) => norm(graph, names.attentionNorm, y, epsilon),
    feedForward: (y) => {
      const wide = adaptedDense(graph, names.inner, y, inner, std, "inner", lora);
      const active = activations[config.activation](wide);
      const narrow = adaptedDense(graph, names.outer, active, hidden, std, "outer", lora);
      return og.dropout(narrow, dropout);
    },
    outputNorm: (y) => norm(graph, names.outputNorm, y, epsilon),
  });
}

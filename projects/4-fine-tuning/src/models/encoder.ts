import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";
import type { EncoderConfig } from "./encoder-config.ts";
import { encoderLayer } from "./encoder-layer.ts";
import { norm } from "./layers.ts";
import type { Lora } from "./lora.ts";
import { tensorNames } from "./tensor-names.ts";

// B texts, S tokens, H hidden size, V vocabulary.

export interface Encoded {
  /** A vector for each token, `(B, S, H)`. */
  readonly tokens: Value;
  /** 1 for tokens and 0 for padding, int64 `(B, S)`. */
  readonly mask: Value;
  /** The table of word embeddings, `(V, H)`. */
  readonly words: Value;
}

export interface EncoderOptions {
  readonly lora?: Lora;
  /** Recompute each layer in the backward pass instead of keeping its inner values. */
  readonly checkpointing?: boolean;
}

/**
 * The encoder of BERT, DistilBERT or MiniLM. It declares the inputs `input_ids`, `attention_mask` and,
 * where the family has them, `token_type_ids`: int64 `(batch, sequence)` each.
 */
export function encoder(
  graph: Graph,
  config: EncoderConfig,
  { lora, checkpointing = false }: EncoderOptions = {},
): Encoded {
  const names = tensorNames(config.family);
  const { vocabulary, positions, hidden, types, epsilon } = config;
  const sequence = ["batch", "sequence"];
  const ids = graph.input("input_ids", sequence, "int64");
  const mask = graph.input("attention_mask", sequence, "int64");
  const table = (name: string, rows: number): Value =>
    graph.parameter(`${name}.weight`, [rows, hidden], og.normal(config.initializerRange));

  const words = table(names.words, vocabulary);
  const places = og.slice(table(names.places, positions), 0, 0, "sequence");
  let x = og.add(og.embedding(words, ids), places);
  if (types > 0) {
    const kinds = graph.input("token_type_ids", sequence, "int64");
    x = og.add(x, og.embedding(table(names.types, types), kinds));
  }
  x = og.dropout(norm(graph, names.embeddingNorm, x, epsilon), config.dropout);
  const bias = og.paddingBias(mask);
  for (let index = 0; index < config.layers; index += 1) {
    const layer = (y: Value): Value =>
      encoderLayer(graph, names.layer(index), config, y, bias, lora);
    x = checkpointing ? og.checkpoint(layer, x) : layer(x);
  }
  return { tokens: x, mask, words };
}

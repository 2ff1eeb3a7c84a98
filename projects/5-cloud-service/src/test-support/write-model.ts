import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as og from "@ml-roadmap/onnx-grad";
import { bert, type BertSizes } from "./bert.ts";
import { smallTokenizer } from "./small-tokenizer.ts";

export interface ModelToWrite {
  sizes: BertSizes;
  weights: Record<string, Float32Array>;
  vocabulary: readonly string[];
  labels: readonly string[];
}

/** Writes a folder as phase 4 exports it, but for the weights that only training needs. */
export async function writeModel(folder: string, model: ModelToWrite): Promise<void> {
  const { sizes, weights, vocabulary, labels } = model;
  const build = bert(sizes);
  await mkdir(join(folder, "onnx"), { recursive: true });
  const write = (name: string, json: object) =>
    writeFile(join(folder, name), `${JSON.stringify(json)}\n`);
  const { tokenizer, config } = smallTokenizer(vocabulary, sizes.positions);
  await write("tokenizer.json", tokenizer);
  await write("tokenizer_config.json", config);
  await write("config.json", {
    architectures: ["BertForSequenceClassification"],
    model_type: "bert",
    vocab_size: sizes.vocabulary,
    hidden_size: sizes.hidden,
    num_hidden_layers: sizes.layers,
    num_attention_heads: sizes.heads,
    intermediate_size: 4 * sizes.hidden,
    max_position_embeddings: sizes.positions,
    type_vocab_size: 2,
    layer_norm_eps: 1e-12,
    pad_token_id: 0,
    id2label: Object.fromEntries(labels.map((label, id) => [id, label])),
    label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
  });
  for (const [file, precision] of [
    ["model.onnx", "float32"],
    ["model_quantized.onnx", "int8"],
  ] as const) {
    const exported = og.exportModel({ build, weights, precision });
    await og.writeModel(join(folder, "onnx", file), exported);
  }
}

import { copyFile, mkdir, rename } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { newGraph } from "@ml-roadmap/onnx-grad";
import { writeSafetensors, type Tensor } from "@ml-roadmap/safetensors";
import type { Task } from "../data/example.ts";
import { formatEncoderConfig, type EncoderConfig } from "../models/encoder-config.ts";
import { textModel } from "../models/text-model.ts";
import { formatTask } from "./task-config.ts";

export interface SavedModel {
  readonly config: EncoderConfig;
  readonly task: Task;
  readonly weights: Readonly<Record<string, Float32Array>>;
  /** Folder whose tokenizer files are copied. */
  readonly tokenizerFolder: string;
}

const tokenizerFiles = [
  "tokenizer.json",
  "tokenizer_config.json",
  "vocab.txt",
  "special_tokens_map.json",
];

/**
 * Writes a fine-tuned model as a Hugging Face style folder: `config.json`, the tokenizer's files and
 * `model.safetensors`, each whole or not at all.
 */
export async function saveModel(folder: string, model: SavedModel): Promise<void> {
  const { config, task, weights, tokenizerFolder } = model;
  await mkdir(folder, { recursive: true });
  const graph = newGraph({ mode: "inference" });
  textModel(graph, config, task);
  const tensors: Record<string, Tensor> = {};
  for (const [name, { shape }] of graph.parameters) {
    const data = weights[name];
    if (data === undefined) throw new Error(`saveModel: there are no weights for ${name}`);
    tensors[name] = { dtype: "F32", shape, data };
  }
  await writeSafetensors(join(folder, "model.safetensors"), tensors, {
    metadata: { format: "pt" },
  });
  const architecture = { bert: "Bert", distilbert: "DistilBert" }[config.family];
  const json = {
    architectures: [`${architecture}ForSequenceClassification`],
    ...formatEncoderConfig(config),
    ...formatTask(task),
  };
  await writeFileAtomic(join(folder, "config.json"), `${JSON.stringify(json, null, 2)}\n`);
  await copyTokenizer(tokenizerFolder, folder);
}

/** Copies the tokenizer's files, those that are there. */
export async function copyTokenizer(from: string, to: string): Promise<void> {
  for (const name of tokenizerFiles) {
    if (!existsSync(join(from, name))) continue;
    await copyFile(join(from, name), join(to, `${name}.part`));
    await rename(join(to, `${name}.part`), join(to, name));
  }
}

import { existsSync } from "node:fs";
import { copyFile, mkdir, rename } from "node:fs/promises";
import { join, resolve } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { exportModel, writeModel, type Graph } from "@ml-roadmap/onnx-grad";
import { copyTokenizer } from "../folder/save-model.ts";
import { parseTask } from "../folder/task-config.ts";
import { textModel } from "../models/text-model.ts";
import { fittingWeights, loadPretrained } from "../pretrained/load-pretrained.ts";

/** The files of an exported model beside its tokenizer's, as transformers.js and phase 5 look for them. */
export const exportedFiles = {
  config: "config.json",
  weights: "model.safetensors",
  card: "README.md",
  float32: "onnx/model.onnx",
  int8: "onnx/model_quantized.onnx",
} as const;

/**
 * Writes a fine-tuned model with its ONNX graphs, in float32 and with 8-bit weights, to a folder that
 * transformers.js opens and phase 5 serves. Each file appears whole or not at all; the graphs come last.
 */
export async function exportFolder(from: string, to: string): Promise<void> {
  const { config, json, tensors } = await loadPretrained(from);
  const task = parseTask(json, join(from, "config.json"));
  const build = (graph: Graph) => textModel(graph, config, task);
  const { weights, fresh } = fittingWeights(build, tensors);
  if (fresh.length > 0) {
    throw new Error(
      `${from}: the head's weights are missing (${fresh.join(", ")}): fine-tune first`,
    );
  }
  await mkdir(join(to, "onnx"), { recursive: true });
  if (resolve(from) !== resolve(to)) {
    await writeFileAtomic(join(to, exportedFiles.config), `${JSON.stringify(json, null, 2)}\n`);
    await copyTokenizer(from, to);
    for (const name of [exportedFiles.weights, exportedFiles.card]) {
      if (existsSync(join(from, name))) await copyWhole(join(from, name), join(to, name));
    }
  }
  await writeModel(join(to, exportedFiles.float32), exportModel({ build, weights }));
  await writeModel(
    join(to, exportedFiles.int8),
    exportModel({ build, weights, precision: "int8" }),
  );
}

async function copyWhole(from: string, to: string): Promise<void> {
  await copyFile(from, `${to}.part`);
  await rename(`${to}.part`, to);
}
